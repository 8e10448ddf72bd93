const overview = `cloudcost: cost and capacity modelling in an Excel workbook, without Excel

  cloudcost run WORKBOOK.xlsx --out RESULT.xlsx   run the model of a workbook, write a copy with result tables and charts
  cloudcost eval '=FORMULA' [--in WORKBOOK.xlsx]  evaluate one formula and print its value, or its rows as CSV
  cloudcost functions                             list the CLOUD.* worksheet functions
  cloudcost prices [WORD ...]                     list node types with their on-demand price, cheapest first
  cloudcost serve [--open]                        show spreadsheet and task pane in a browser, on this machine only
  cloudcost help COMMAND                          say more about a command

Nothing leaves this machine. Exit code: 0 done, 1 wrong words or an unusable file, 2 the workbook or the formula has
an error, 130 interrupted.
`;

const topics: Readonly<Record<string, string>> = {
  run: `cloudcost run WORKBOOK.xlsx --out RESULT.xlsx

Reads the input tables of WORKBOOK.xlsx, runs the model, and writes a copy with result sheets, tables and native charts.
Everything else in the workbook stays as it was. When an input is wrong, every problem is listed with its sheet and cell,
nothing is written, and the exit code is 2. Ctrl-C cancels; then nothing is written either.

  cloudcost run samples/render-farm.xlsx --out result.xlsx
`,
  eval: `cloudcost eval '=FORMULA' [--in WORKBOOK.xlsx] [--sheet NAME] [--json]

Evaluates any Excel formula, CLOUD.* functions included, and prints its value; rows that spill are printed as CSV.
  --in FILE     inside a workbook: its cells, tables, names and own prices count; the file is not changed
  --sheet NAME  the sheet that unqualified references mean (the workbook's active sheet otherwise)
  --json        print JSON: {"value": ...}, {"rows": [...]} or {"error": "#N/A", "message": "..."}
An Excel error is printed as such with its message, and the exit code is 2.

  cloudcost eval '=CLOUD.PRICE("aws","us-east-1","m7i.xlarge")'
  cloudcost eval '=CLOUD.NODES("gcp",,8,,,,0.3)'
  cloudcost eval '=SUM(OutCostMonthly[BilledCost])' --in result.xlsx
`,
  functions: `cloudcost functions [--json]

Lists the worksheet functions of the add-in with their arguments, as Excel's function wizard shows them.
`,
  prices: `cloudcost prices [WORD ...] [--json]

Lists the node types of the catalog with their on-demand price per hour, cheapest first, as CSV. With words, only the
rows that contain all of them (in any column, upper or lower case).

  cloudcost prices aws m7i
  cloudcost prices gcp europe-west1 highmem
`,
  serve: `cloudcost serve [--port N] [--open] [--excel]

Serves the spreadsheet page with the task pane on 127.0.0.1 and prints its address. --open opens it in a browser.
--excel serves the add-in alone, by https at the addresses of manifest.xml, for a real Excel on this machine; it needs the
certificate that \`npx office-addin-dev-certs install\` makes. \`npm run start:excel\` does both and starts Excel.
`,
};

/** The words of `cloudcost help [topic]`. */
export const helpText = (topic: string | null): string => (topic !== null && topics[topic]) || overview;
