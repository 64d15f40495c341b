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
    // Service workers have no DOM, so they are a project of their own.
    files: ['web/src/offline/service_worker*.ts'],
    languageOptions: { parserOptions: { projectService: false, project: 'tsconfig.worker.json' } },
  },
  {
    files: ['script/**/*.mjs', 'tests/**/*.mjs'],
    extends: [tseslint.configs.recommended],
  },
);
