import { ObjectKind } from '../interpreter/host-object.ts';
import type { HostObject } from '../interpreter/host-object.ts';
import type { CustomFunctions, ResultRow } from './custom-functions.ts';

/** Stream results may follow each other after 200 ms instead of 500. */
const fastStreaming = 2;

/** The objects office.js makes for itself; left unanswered it throws outside of anybody's reach. */
export function officeServices(functions: CustomFunctions): (name: string) => HostObject | null {
  const services: readonly ObjectKind<null>[] = [
    new ObjectKind<null>('Microsoft.ExcelServices.CustomFunctions', {
      methods: {
        SetInvocationArrayResults: (_, args) => functions.receive(args.value(0) as unknown as ResultRow[]),
        _GetEnabledFeatures: () => [fastStreaming],
        _SetOsfControlContainerReadyForCustomFunctions: () => null,
      },
    }),
    new ObjectKind<null>('Microsoft.InternalService.AddinInternalService', { methods: { NotifyActionHandlerReady: () => null } }),
    new ObjectKind<null>('Microsoft.Telemetry.TelemetryService', { methods: { SendTelemetryEvent: () => null } }),
  ];
  return (name) => services.find((service) => service.name === name)?.make(null) ?? null;
}
