import { type ColumnDefinitionNode, type KyselyPlugin, type RootOperationNode, sql } from 'kysely';

/**
 * Columns of text are compared byte by byte, as SQLite does, whatever the language of the server: the same order in both
 * engines, and indexes that a new version of the system's collations cannot break.
 */
export const textByBytes: KyselyPlugin = {
  transformQuery: ({ node }) => transform(node),
  transformResult: ({ result }) => Promise.resolve(result),
};

function transform(node: RootOperationNode): RootOperationNode {
  if (node.kind === 'CreateTableNode') return { ...node, columns: node.columns.map(byBytes) };
  if (node.kind !== 'AlterTableNode' || !node.columnAlterations) return node;
  const columnAlterations = node.columnAlterations.map((change) =>
    change.kind === 'AddColumnNode' ? { ...change, column: byBytes(change.column) } : change,
  );
  return { ...node, columnAlterations };
}

function byBytes(column: ColumnDefinitionNode): ColumnDefinitionNode {
  const { dataType } = column;
  const text = dataType.kind === 'DataTypeNode' && 'dataType' in dataType && dataType.dataType === 'text';
  return text ? { ...column, dataType: sql`text collate "C"`.toOperationNode() } : column;
}
