import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { translate } from '../localization/translate.ts';

/** Says that the results in the workbook no longer follow from its inputs, and which of those changed. */
export function OutOfDate({ changed }: { readonly changed: readonly string[] }): ReactElement | null {
  if (changed.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{translate('pane-out-of-date')}</MessageBarTitle>
        {translate('pane-changed-since-run', { tables: changed.join(', ') })}
      </MessageBarBody>
    </MessageBar>
  );
}
