/** What the page shows now: the case, the story, the route. Components read it; only addresses and the server change it. */
import { type Book, openBook, storiesOf } from "./book";
import { formatRoute, HOME, parseRoute, type Route } from "./route";
import type { Case, Story } from "./types";

class Reader {
  data = $state.raw<Case | null>(null);
  route = $state.raw<Route>(HOME);
  /** Said to screen readers, and shown for a moment. */
  message = $state("");
  printing = $state(false);
  wide = $state(true);

  stories: Story[] = $derived(this.data ? storiesOf(this.data.ledger) : []);
  story: Story | undefined = $derived(this.findStory());
  book: Book | null = $derived(this.data && this.story ? openBook(this.data, this.story) : null);

  private findStory(): Story | undefined {
    const { stories, data, route } = this;
    if (!data) return undefined;
    const named = stories.find((story) => story.id === route.story);
    if (named) return named;
    const claim = route.claim ? data.ledger.claims.find((row) => row.id === route.claim) : undefined;
    const report = claim?.document ?? route.report;
    if (report) {
      const found = stories.find((story) => story.documents.includes(report));
      if (found) return found;
    }
    if (route.q) {
      const question = data.ledger.questions.find((row) => row.id === route.q || row.was.includes(route.q));
      const found = stories.find((story) => story.id === question?.story);
      if (found) return found;
    }
    return stories[0];
  }

  follow(): void {
    this.route = parseRoute(location.hash);
  }

  /** Change a part of the address; `replace` leaves no step for Back. */
  go(change: Partial<Route>, replace = false): void {
    const address = formatRoute({ ...this.route, ...change });
    if (replace) {
      history.replaceState(null, "", address);
      this.follow();
    } else location.hash = address;
  }

  tell(words: string): void {
    this.message = "";
    setTimeout(() => {
      this.message = words;
    }, 30);
  }
}

export const reader = new Reader();
