import { describe, expect, it } from '@jest/globals';
import { readManifest } from './read-manifest.ts';

const manifest = (resid = 'Label') => `<?xml version="1.0"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:b="urn:types" xmlns:x="urn:x">
  <DisplayName DefaultValue="Trial" />
  <VersionOverrides>
    <ExtensionPoint x:type="CustomFunctions"><Namespace resid="Space" /></ExtensionPoint>
    <Control x:type="Button" id="One">
      <Label resid="${resid}" />
      <Supertip><Title resid="Label" /><Description resid="Tip" /></Supertip>
      <Icon><b:Image size="16" resid="Small" /><b:Image size="32" resid="Big" /></Icon>
      <Action x:type="ExecuteFunction"><FunctionName>DoIt</FunctionName></Action>
    </Control>
    <Resources>
      <b:Images><b:Image id="Small" DefaultValue="https://h/16.png" /><b:Image id="Big" DefaultValue="https://h/32.png" /></b:Images>
      <b:ShortStrings><b:String id="Space" DefaultValue="TRY" /><b:String id="Label" DefaultValue="Do &amp; go" /></b:ShortStrings>
      <b:LongStrings><b:String id="Tip" DefaultValue="Does it." /></b:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>`;

describe('reading an add-in-only manifest', () => {
  it('finds name, namespace and ribbon buttons through their resources, whatever the prefixes', () => {
    expect(readManifest(manifest())).toEqual({
      displayName: 'Trial',
      namespace: 'TRY',
      buttons: [{ actionId: 'DoIt', label: 'Do & go', tip: 'Does it.', iconAddress: 'https://h/32.png' }],
    });
  });

  it('refuses a resource that is not there, and text that is no XML', () => {
    expect(() => readManifest(manifest('Nobody'))).toThrow('no resource "Nobody"');
    expect(() => readManifest('<OfficeApp>')).toThrow('manifest.xml');
  });
});
