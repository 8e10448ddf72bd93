/**
 * How sizes of an AWS instance family count against a regional reserved instance. Sizes that are n times xlarge count 8 n
 * and are not listed. Source: AWS, Cost Optimization with Reservation Models, Table 3, read 2026-11-25.
 */
export const awsNormalizationFactors: Readonly<Record<string, number>> = {
  nano: 0.25, micro: 0.5, small: 1, medium: 2, large: 4, xlarge: 8,
};

/**
 * Families whose reserved instances hold for one size only, and families that begin so. From knowledge of the AWS user
 * guide ("How Reserved Instance discounts are applied"), not read again: assumption A-COM-2.
 */
export const awsInflexibleFamilies: readonly string[] = [
  'g4ad', 'g4dn', 'g5', 'g5g', 'g6', 'g6e', 'gr6', 'hpc7a', 'inf1', 'inf2', 'p5', 'trn1', 'trn1n', 'u7i', 'u7in',
];
