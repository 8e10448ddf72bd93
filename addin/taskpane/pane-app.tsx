import { FluentProvider, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { FailureBar } from './failure-bar.tsx';
import { HelpView } from './help-view.tsx';
import type { ImportController } from './import-controller.ts';
import { messageOf } from './message-of.ts';
import { ModelView } from './model-view.tsx';
import { PaneContextProvider, type PaneContextValue } from './pane-context.tsx';
import type { PaneFormat } from './pane-format.ts';
import { paneViewNames, type PaneServices, type PaneThemeSource, type PaneViewName } from './pane-services.ts';
import { fluentTheme, isDark } from './pane-theme.ts';
import { PricesView } from './prices-view.tsx';
import type { RunController } from './run-controller.ts';
import { StartView } from './start-view.tsx';
import { RunAnnouncer, RunView } from './run-view.tsx';
import type { ViewStore } from './view-store.ts';

const useStyles = makeStyles({
  provider: { height: '100%' },
  root: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    position: 'relative',
  },
  tabs: { flexShrink: 0, overflowX: 'auto', padding: '4px 8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  content: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

export interface PaneAppProps {
  readonly services: PaneServices;
  readonly format: PaneFormat;
  readonly run: RunController;
  readonly priceImport: ImportController;
  readonly views: ViewStore;
}

export function PaneApp({ services, format, run, priceImport, views }: PaneAppProps): ReactElement {
  const styles = useStyles();
  const view = useSyncExternalStore(views.subscribe, views.current);
  const dark = useDark(services.theme);
  const [failure, setFailure] = useState('');
  const context = useMemo<PaneContextValue>(
    () => ({
      services,
      format,
      run,
      priceImport,
      views,
      goToCell(sheetName, cellAddress) {
        setFailure('');
        services.goToCell(sheetName, cellAddress).catch((error: unknown) => setFailure(messageOf(error)));
      },
    }),
    [services, format, run, priceImport, views],
  );
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [dark]);
  return (
    <FluentProvider theme={fluentTheme(dark)} className={styles.provider}>
      <PaneContextProvider value={context}>
        <div className={styles.root}>
          <TabList
            className={styles.tabs}
            selectedValue={view}
            onTabSelect={(_, data) => views.show(data.value as PaneViewName)}
            aria-label={translate('pane-views')}
          >
            {paneViewNames.map((name) => (
              <Tab key={name} value={name} id={`tab-${name}`} aria-controls="pane-view">{translate(`pane-${name}`)}</Tab>
            ))}
          </TabList>
          <FailureBar message={failure} />
          {/* Within reach of the keyboard also where nothing in it is: it scrolls. */}
          <div id="pane-view" role="tabpanel" aria-labelledby={`tab-${view}`} tabIndex={0} className={styles.content}>
            <View name={view} />
          </div>
          <RunAnnouncer />
        </div>
      </PaneContextProvider>
    </FluentProvider>
  );
}

function View({ name }: { readonly name: PaneViewName }): ReactElement {
  switch (name) {
    case 'start':
      return <StartView />;
    case 'model':
      return <ModelView />;
    case 'run':
      return <RunView />;
    case 'prices':
      return <PricesView />;
    case 'help':
      return <HelpView />;
  }
}

function useDark(source: PaneThemeSource): boolean {
  const system = useMemo(() => window.matchMedia('(prefers-color-scheme: dark)'), []);
  const subscribe = useMemo(
    () => (listener: () => void) => {
      const stop = source.onChanged(listener);
      system.addEventListener('change', listener);
      return () => {
        stop();
        system.removeEventListener('change', listener);
      };
    },
    [source, system],
  );
  return useSyncExternalStore(subscribe, () => isDark(source.current(), system.matches));
}
