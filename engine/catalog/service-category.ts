/** The FOCUS 1.2 service categories a plan can hold. */
export const serviceCategories = ['Compute', 'Storage', 'Networking', 'Databases', 'Management and Governance', 'Other'] as const;
export type ServiceCategory = (typeof serviceCategories)[number];
