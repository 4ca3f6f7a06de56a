/** A setting that stops the start; its message is one sentence that names the setting. */
export class SettingError extends Error {}
