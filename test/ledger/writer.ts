// A process that appends to a ledger: node writer.mjs FOLDER RUN NAME COUNT. Bundled by its tests.
import { Ledger } from "../../src/ledger/ledger.ts";

const [, , folder = "", run = "", name = "", count = "0"] = process.argv;
const ledger = new Ledger(folder, { sha256: () => "0".repeat(64), now: () => Date.now() });
for (let i = 0; i < Number(count); i++) {
  // Texts of many lengths, so that writes end at any place of a page.
  ledger.append(run, [{ event: "note", text: `${name} ${i} ${"ä".repeat((i * 37) % 500)}` }]);
}
