import tseslint from 'typescript-eslint'

const environment = {
  object: 'process',
  property: 'env',
  message: 'Only config/ reads the environment.',
}
const exit = { object: 'process', property: 'exit', message: 'Only main.ts ends the process.' }
const sql = {
  selector:
    'CallExpression[callee.property.name=/^(selectFrom|insertInto|updateTable|deleteFrom|executeQuery)$/]',
  message: 'Only db/ speaks SQL.',
}

export default tseslint.config(
  {
    ignores: [
      'generated',
      'dist',
      'data',
      'coverage',
      '**/*.config.{js,mjs}',
      '.dependency-cruiser.js',
      'src/start.js',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      // No enum can be written here (erasableSyntaxOnly), and to look for one takes a tenth of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['scripts/**', 'src/cli/**'], rules: { 'no-console': 'off' } },
  {
    files: ['src/**'],
    rules: {
      'max-lines': ['error', 250],
      'no-restricted-properties': ['error', environment, exit],
      'no-restricted-imports': ['error', { name: 'node:process' }, { name: 'process' }],
      'no-restricted-syntax': ['error', sql],
    },
  },
  { files: ['src/config/**'], rules: { 'no-restricted-properties': ['error', exit] } },
  { files: ['src/main.ts'], rules: { 'no-restricted-properties': ['error', environment] } },
  { files: ['src/db/**'], rules: { 'no-restricted-syntax': 'off' } },
)
