import { ObjectKind } from '../interpreter/host-object.ts';
import type { HostObject } from '../interpreter/host-object.ts';
import { pathType } from '../interpreter/wire.ts';
import type { Batch } from '../interpreter/wire.ts';
import type { CustomFunctions, ResultRow } from './custom-functions.ts';

/** Stream results may follow each other after 200 ms instead of 500. */
const fastStreaming = 2;

/** `Office.addin`: the pane is there all along, `showAsTaskpane` and `hide` only ask for it to be seen or not. */
const runtimeState = { visible: 'Visible', background: 'Background' } as const;

const customFunctionsService = 'Microsoft.ExcelServices.CustomFunctions';

/** True for a batch that deals with nothing but answers of custom functions. */
export function isFunctionAnswer(text: string): boolean {
  if (!text.includes(customFunctionsService)) return false;
  const { ObjectPaths } = JSON.parse(text) as Batch;
  return Object.values(ObjectPaths).every(
    ({ Name, ObjectPathType }) => Name === customFunctionsService || ObjectPathType === pathType.global,
  );
}

/** The objects office.js makes for itself; left unanswered it throws outside of anybody's reach. */
export function officeServices(
  functions: CustomFunctions,
  onPaneVisibility: (isVisible: boolean) => void,
): (name: string) => HostObject | null {
  let isVisible = true;
  const services: readonly ObjectKind<null>[] = [
    new ObjectKind<null>(customFunctionsService, {
      methods: {
        SetInvocationArrayResults: (_, args) => functions.receive(args.value(0) as unknown as ResultRow[]),
        _GetEnabledFeatures: () => [fastStreaming],
        _SetOsfControlContainerReadyForCustomFunctions: () => {
          functions.runtimeReady();
          return null;
        },
      },
    }),
    new ObjectKind<null>('Microsoft.AppRuntime.AppRuntimeService', {
      methods: {
        GetAppRuntimeState: () => (isVisible ? runtimeState.visible : runtimeState.background),
        SetAppRuntimeState: (_, args) => {
          isVisible = args.text(0) === runtimeState.visible;
          onPaneVisibility(isVisible);
        },
      },
    }),
    new ObjectKind<null>('Microsoft.InternalService.AddinInternalService', { methods: { NotifyActionHandlerReady: () => null } }),
    new ObjectKind<null>('Microsoft.Telemetry.TelemetryService', { methods: { SendTelemetryEvent: () => null } }),
  ];
  return (name) => services.find((service) => service.name === name)?.make(null) ?? null;
}
