/** Changes of a case: one at a time, each answered with the new case. */
import { fetchCase, follow } from "./api";
import { reader } from "./state.svelte";
import type { Case } from "./types";

class Change {
  busy = $state(false);
  problem = $state("");

  /** Do something that gives the new case; if the server reads reports anew for it, wait until it has. */
  async with(action: () => Promise<Case>, done: string): Promise<boolean> {
    this.busy = true;
    this.problem = "";
    try {
      const next = await action();
      reader.data = next;
      reader.tell(done);
      if (next.job) {
        await follow(next.job, () => undefined);
        reader.data = await fetchCase();
      }
      return true;
    } catch (error) {
      this.problem = error instanceof Error ? error.message : "That did not work.";
      reader.tell(this.problem);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

export const change = new Change();
