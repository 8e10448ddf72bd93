/** Version stamped on every result; the same as package.json's. */
export const engineVersion = '0.1.0';
