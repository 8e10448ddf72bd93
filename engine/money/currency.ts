/** Decimals of a currency's smallest unit where they are not two (ISO 4217, list of 2024-06-25). */
const exceptions: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0,
  XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3, CLF: 4, UYW: 4,
};

/** Decimals of the currency's minor unit: 2 for USD, 0 for KRW, 3 for KWD. */
export const minorUnits = (currency: string): number => exceptions[currency] ?? 2;

/** Three capital letters, as ISO 4217 writes a currency. */
export const isCurrencyCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);
