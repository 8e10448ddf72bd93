import { collectionKind } from '../interpreter/collection.ts';
import { itemNotFound } from '../interpreter/api-error.ts';
import { ObjectKind } from '../interpreter/host-object.ts';
import type { LiveWorkbook } from './live-workbook.ts';

interface SettingState {
  readonly live: LiveWorkbook;
  readonly key: string;
}

const put = ({ live, key }: SettingState, value: unknown): void => {
  live.held.settings = { ...live.held.settings, [key]: JSON.stringify(value) };
};

const settingKind = new ObjectKind<SettingState>('Setting', {
  scalars: {
    Key: ({ key }) => key,
    Value: ({ live, key }) => {
      const text = live.held.settings[key];
      if (text === undefined) throw itemNotFound(`setting ${key}`);
      return JSON.parse(text) as unknown;
    },
  },
  setters: { Value: (setting, args) => put(setting, args.value(0)) },
  methods: {
    Delete: ({ live, key }) => {
      const { [key]: _gone, ...others } = live.held.settings;
      live.held.settings = others;
    },
  },
});

/** `workbook.settings`: the same store as `Office.context.document.settings`. */
export const settingsKind = collectionKind<LiveWorkbook>(
  'SettingCollection',
  (live) => Object.keys(live.held.settings).map((key) => settingKind.make({ live, key }, { id: key, name: key })),
  {
    methods: {
      Add: (live, args) => {
        const setting = { live, key: args.text(0) };
        put(setting, args.value(1));
        return settingKind.make(setting, { id: setting.key, name: setting.key });
      },
    },
  },
);
