import { makeStyles, tokens } from '@fluentui/react-components';

/** What the views share: page rhythm, headings, quiet text and list rows. */
export const usePaneStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', rowGap: '16px', padding: '16px 16px 32px', maxWidth: '720px', boxSizing: 'border-box' },
  section: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  subheading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  card: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
    '& > li + li': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  /** A row that is one button: as wide as its card, text to the left, focus ring inside. */
  rowButton: {
    appearance: 'none',
    width: '100%',
    border: 0,
    margin: 0,
    padding: '8px 12px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    textAlign: 'left',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px', borderRadius: tokens.borderRadiusMedium },
  },
  row: { padding: '8px 12px', display: 'flex', flexDirection: 'column', rowGap: '2px' },
  rowHead: { display: 'flex', columnGap: '8px', alignItems: 'center', justifyContent: 'space-between' },
  rowTitle: { fontWeight: tokens.fontWeightSemibold, minWidth: 0, overflowWrap: 'anywhere' },
  link: { color: tokens.colorBrandForegroundLink },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  /** Read out, not drawn. */
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
