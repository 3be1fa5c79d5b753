import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Modules are loaded once a worker: no test changes what they hold.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
