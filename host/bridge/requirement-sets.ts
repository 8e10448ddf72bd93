/** What the add-in is told this host serves: no set is claimed of which the results writer's part is missing. */
export const requirementSets: Readonly<Record<string, string>> = {
  ExcelApi: '1.13',
  CustomFunctions: '1.9', // office.js's own name: 1.7 for arrays as results, 1.9 for _GetEnabledFeatures
  CustomFunctionsRuntime: '1.4',
  SharedRuntime: '1.1',
  RichApiRuntime: '1.1',
  AddinCommands: '1.1',
  Settings: '1.1',
};
