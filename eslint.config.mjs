// What `script/test --only lint` holds the page's modules to: typescript-eslint's recommended rules, with types.
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    files: ['web/src/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('.', import.meta.url).pathname },
    },
  },
  {
    files: ['script/**/*.mjs', 'tests/**/*.mjs'],
    extends: [tseslint.configs.recommended],
  },
);
