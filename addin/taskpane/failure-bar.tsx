import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { translate } from '../localization/translate.ts';

/** A request to the workbook that failed, said where it was asked for. */
export function FailureBar({ message }: { readonly message: string }): ReactElement | null {
  if (!message) return null;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{translate('pane-request-failed', { reason: message })}</MessageBarBody>
    </MessageBar>
  );
}
