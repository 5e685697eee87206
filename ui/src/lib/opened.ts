/** Bring a form that has just opened into view, its first field ready for the keyboard. */
export function opened(form: HTMLFormElement): void {
  form.querySelector<HTMLElement>("input, select, textarea")?.focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
}
