// A webpack loader: leaves what only the documentation of a table says out of the script that ships.
import { transformAsync } from '@babel/core';

const isDescription = ({ key }) => key?.name === 'description';
const isSentence = ({ key }) => isDescription({ key }) || key?.name === 'question';

/** Drops `description` of a table and of its columns from every `defineResultTable({ ... })`. */
const withoutDescriptions = () => ({
  visitor: {
    CallExpression({ node: { callee, arguments: [table] } }) {
      if (callee.name !== 'defineResultTable') return;
      table.properties = table.properties.filter(property => !isDescription(property));
      const columns = table.properties.find(({ key }) => key.name === 'columns').value;
      for (const column of columns.elements) column.properties &&= column.properties.filter(property => !isDescription(property));
    },
  },
});

/** Drops the sentences of what declares an input table, a column or a setting: objects with an `id`. */
const withoutSentences = () => ({
  visitor: {
    ObjectExpression({ node }) {
      if (node.properties.some(({ key }) => key?.name === 'id')) node.properties = node.properties.filter(property => !isSentence(property));
    },
  },
});

export default async function withoutDocumentation(source) {
  const { code } = await transformAsync(source, {
    filename: this.resourcePath,
    parserOpts: { plugins: ['typescript'] },
    plugins: [this.getOptions().isInput ? withoutSentences : withoutDescriptions],
    configFile: false,
    babelrc: false,
  });
  return code;
}
