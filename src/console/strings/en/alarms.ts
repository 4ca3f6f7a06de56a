export const alarms = {
  title: 'Alarms',
  none: 'There are no alarms: nothing needs a person.',
  state: 'State',
  subject: 'Subject',
  text: 'What happened',
  since: 'Since',
  count: 'Times',
  open: 'Open',
  cleared: 'Cleared',
  clear: 'Clear',
  clearSays:
    'The alarm is closed. Nothing else changes; if its cause comes again, a new alarm is raised.',
  clearDone: 'The alarm is cleared.',
}
