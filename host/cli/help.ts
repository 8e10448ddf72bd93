const overview = `cloudcost: cost and capacity modelling in an Excel workbook, without Excel

  cloudcost run WORKBOOK.xlsx --out RESULT.xlsx   run the model of a workbook, write a copy with result tables and charts
  cloudcost report WORKBOOK.xlsx --out FILE       run the model and write a page (.html, .pdf), a summary (.md), the ledger (.csv)
                                                  or a workbook of values (.xlsx)
  cloudcost eval '=FORMULA' [--in WORKBOOK.xlsx]  evaluate one formula and print its value, or its rows as CSV
  cloudcost functions                             list the CLOUD.* worksheet functions
  cloudcost prices [WORD ...]                     list node types with their on-demand price, cheapest first
  cloudcost import LIST --in WORKBOOK.xlsx --out RESULT.xlsx
                                                  add a provider's prices, or your own, to the workbook's PriceSheet
  cloudcost simulate --swf LOG.swf --policy easy  run a job log through a machine, print how long its jobs wait
  cloudcost serve [--open]                        show spreadsheet and task pane in a browser, on this machine only
  cloudcost help COMMAND                          say more about a command

Nothing leaves this machine; only \`cloudcost import --refresh\` asks a server, for public prices. Exit code: 0 done, 1 wrong words or an unusable file, 2 the workbook or the formula has
an error, 130 interrupted.
`;

const topics: Readonly<Record<string, string>> = {
  run: `cloudcost run WORKBOOK.xlsx --out RESULT.xlsx [--language en|ko]

Reads the input tables of WORKBOOK.xlsx, runs the model, and writes a copy with result sheets, tables and native charts.
Everything else in the workbook stays as it was. When an input is wrong, every problem is listed with its sheet and cell,
nothing is written, and the exit code is 2. Ctrl-C cancels; then nothing is written either. --language: of headings, captions,
answers and messages; names of tables and columns are the same in both.

  cloudcost run samples/render-farm.xlsx --out result.xlsx
`,
  report: `cloudcost report WORKBOOK.xlsx --out FILE.html|.pdf|.md|.csv|.xlsx [--table NAME|--hourly] [--language en|ko]

Runs the model of WORKBOOK.xlsx and writes what it says; the workbook is not changed.
  .html   a page that stands alone: figures, answers, tables and charts; it prints, opens offline, and loads nothing
  .pdf    the same page, printed by the Chrome, Edge or Chromium of this machine (CLOUDCOST_CHROMIUM names another)
  .xlsx   the workbook with its results for somebody without the add-in: values stand where its functions stood, each
          formula in a note; all other formulas stay
  .md     a summary in Markdown: figures, answers, and the head of every table
  .csv    the ledger in FOCUS 1.2 columns, dates as ISO text in UTC; --table NAME: a result table, such as OutSummary;
          --hourly: the ledger by the hour, costs unrounded, as many rows as it takes
--language ko: in Korean; names of tables and columns are the same.
Text that begins like a formula (= + - @) gets an apostrophe in a .csv file, so that no spreadsheet runs it.

  cloudcost report samples/web-service.xlsx --out web-service.html
  cloudcost report samples/web-service.xlsx --out focus.csv
  cloudcost report samples/commitments.xlsx --out hours.csv --hourly
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
  import: `cloudcost import LIST --in WORKBOOK.xlsx --out RESULT.xlsx [--region NAME] [--node-type NAME] [--os NAME]
cloudcost import --refresh azure --in WORKBOOK.xlsx --out RESULT.xlsx [...]

Adds prices of a list to the table PriceSheet of WORKBOOK.xlsx, where they come before the catalog's, and writes a copy. LIST
is a file as its provider publishes it, unpacked and of any size; which one it is, is found out:
  AWS EC2 offer file (CSV)       on-demand and reserved prices      pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2
  AWS Savings Plans list (CSV)   rates under Compute and EC2 plans  .../savingsPlan/v1.0/aws/AWSComputeSavingsPlan
  Azure Retail Prices (JSON)     pages one after the other          prices.azure.com/api/retail/prices
  Google Cloud SKUs (JSON)       of Compute Engine                  cloudbilling.googleapis.com, services.skus.list
  own prices (CSV)               in the columns of PriceSheet
Without names it takes what the placements and own prices of the workbook use, under every way of buying. Names may be
given more than once, or separated by commas:
  --region NAME      only these regions
  --node-type NAME   only these node types
  --os NAME          only these operating systems: linux, windows, rhel, sles, byol
  --refresh azure    asks the Azure Retail Prices API, which needs no account; sends the names of regions and node types
  --url URL          another address of that API, such as a mirror
A price you state yourself is never changed or overtaken. The report says how many rows were read, taken, and skipped for
which reason. A list that is cut, of another version, or has a wrong cell is refused: then nothing is written, and the exit
code is 2.

  cloudcost import index.csv --in plan.xlsx --out plan2.xlsx
  cloudcost import --refresh azure --in plan.xlsx --out plan2.xlsx --region eastus --node-type Standard_D4s_v5
`,
  simulate: `cloudcost simulate --swf LOG.swf [--nodes N] [--policy P] [--jobs OUT.csv] [--department D] [--json]

Runs the jobs of a log in the Standard Workload Format (.swf or .swf.gz, any size) through one machine and prints mean and
maximum wait, mean bounded slowdown, mean response, makespan and utilization.
  --nodes N       nodes of the machine; what the log says of its own otherwise. Larger jobs are rejected, with a warning
  --policy P      fcfs, easy (when not said), conservative, sjf (shortest estimate first) or fair-share
  --jobs FILE     write each job's start as CSV
  --department D  who shares under fair-share: group (when not said), user, queue or partition of the log
  --json          print JSON
A line that is no job is told with its number, and the exit code is 2. Ctrl-C cancels; then nothing is written.

  cloudcost simulate --swf NASA-iPSC-1993-3.1-cln.swf.gz --nodes 64 --policy conservative --jobs jobs.csv
`,
  serve: `cloudcost serve [--port N] [--open] [--excel]

Serves the spreadsheet page with the task pane on 127.0.0.1 and prints its address. --open opens it in a browser.
--excel serves the add-in alone, by https at the addresses of manifest.xml, for a real Excel on this machine; it needs the
certificate that \`npx office-addin-dev-certs install\` makes. \`npm run start:excel\` does both and starts Excel.
`,
};

/** The words of `cloudcost help [topic]`. */
export const helpText = (topic: string | null): string => (topic !== null && topics[topic]) || overview;
