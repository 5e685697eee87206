/** Changes of a case: one at a time, each answered with the new case. */
import { tick } from "svelte";
import { fetchCase, follow } from "./api";
import { reader } from "./state.svelte";
import type { Case } from "./types";

/** Buttons are switched off while the server works, and gone if the change removes them: the keyboard's place is kept all the same. */
function keepPlace(): () => Promise<void> {
  const held = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const pane = held?.closest<HTMLElement>(".pane");
  return async () => {
    await tick();
    if (!held || (document.activeElement && document.activeElement !== document.body)) return;
    const here = held.isConnected && !held.matches(":disabled") ? held : pane?.isConnected ? pane : document.querySelector<HTMLElement>("#view-head");
    here?.focus({ preventScroll: true });
  };
}

class Change {
  busy = $state(false);
  problem = $state("");

  /** Do something that gives the new case; if the server reads reports anew for it, wait until it has. */
  async with(action: () => Promise<Case>, done: string): Promise<boolean> {
    const giveBack = keepPlace();
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
      void giveBack();
    }
  }
}

export const change = new Change();
