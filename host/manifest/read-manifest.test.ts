import { describe, expect, it } from '@jest/globals';
import { readManifest, showTaskpane } from './read-manifest.ts';

const manifest = (control: string): string => `<?xml version="1.0"?>
<!-- a comment with <Control> in it -->
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:bt="urn:basic">
  <DisplayName DefaultValue="Cost &amp; more" />
  <DefaultSettings><SourceLocation DefaultValue="https://localhost:3000/pane/taskpane.html" /></DefaultSettings>
  <VersionOverrides>
    <ExtensionPoint xsi:type="CustomFunctions"><Namespace resid="Space"/></ExtensionPoint>
    <Group><Icon><bt:Image size="32" resid="Other"/></Icon>${control}</Group>
    <Resources>
      <bt:Images><bt:Image id="Run.16" DefaultValue="https://x/16.png"/><bt:Image id="Run.32" DefaultValue="https://x/32.png"/></bt:Images>
      <bt:ShortStrings><bt:String id="Space" DefaultValue="CLOUD"/><bt:String id="Run.Label" DefaultValue="Run"/></bt:ShortStrings>
      <bt:LongStrings><bt:String id="Run.Tip" DefaultValue="Runs &quot;it&quot;"/></bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>`;
const control = (action: string): string => `<Control xsi:type="Button" id="B"><Label resid="Run.Label"/>
  <Supertip><Title resid="Run.Label"/><Description resid="Run.Tip"/></Supertip>
  <Icon><bt:Image size="16" resid="Run.16"/><bt:Image size="32" resid="Run.32"/></Icon>${action}</Control>`;

describe('readManifest', () => {
  it('reads namespace, page and ribbon buttons', () => {
    const action = '<Action xsi:type="ExecuteFunction"><FunctionName>RunModel</FunctionName></Action>';
    expect(readManifest(manifest(control(action)))).toEqual({
      displayName: 'Cost & more',
      namespace: 'CLOUD',
      pagePath: '/pane/taskpane.html',
      buttons: [{ actionId: 'RunModel', label: 'Run', tip: 'Runs "it"', iconAddress: 'https://x/32.png' }],
    });
  });

  it('tells a button that only opens the pane', () => {
    const [button] = readManifest(manifest(control('<Action xsi:type="ShowTaskpane"><TaskpaneId>P</TaskpaneId></Action>'))).buttons;
    expect(button?.actionId).toBe(showTaskpane);
  });

  it('refuses what is no manifest', () => {
    expect(() => readManifest('<html></html>')).toThrow(RangeError);
    expect(() => readManifest('<OfficeApp><Id></OfficeApp>')).toThrow(RangeError);
    expect(() => readManifest('plain text')).toThrow(RangeError);
  });
});
