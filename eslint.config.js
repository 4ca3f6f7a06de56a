import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['generated', 'dist', 'data', 'coverage', '**/*.config.{js,mjs}', 'src/start.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['scripts/**', 'src/cli/**'], rules: { 'no-console': 'off' } },
)
