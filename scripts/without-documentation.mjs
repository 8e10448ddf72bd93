// A webpack loader: leaves what only the documentation of a result table says out of the script that ships.
import { transformAsync } from '@babel/core';

const isDescription = ({ key }) => key?.name === 'description';

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

export default async function withoutDocumentation(source) {
  const { code } = await transformAsync(source, {
    filename: this.resourcePath,
    parserOpts: { plugins: ['typescript'] },
    plugins: [withoutDescriptions],
    configFile: false,
    babelrc: false,
  });
  return code;
}
