/** The scenario of a name, in any letter case; the first there is when none is named. */
export const scenarioNamed = <Scenario extends { readonly id: string }>(
  scenarios: readonly Scenario[],
  name: string | null,
): Scenario | undefined => (name === null ? scenarios[0] : scenarios.find(({ id }) => id.toLowerCase() === name.toLowerCase()));
