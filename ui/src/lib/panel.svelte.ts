/** Which dialog of the app is open. */
export const panel = $state<{ open: "" | "add" | "log" | "export" }>({ open: "" });
