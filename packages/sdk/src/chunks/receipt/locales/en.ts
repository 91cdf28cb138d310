/** English words of a message that has arrived. */
export const en = {
  title: 'Message sent',
  ref: 'Your reference',
  reply: 'Reply expected before {time} {day}',
  replyOn: 'Reply expected before {time} on {day}',
  noSla: 'Support will answer as soon as possible.',
  where: 'The reply will come to {email}.',
  channel: 'Channel',
  done: 'Back to start',
  'hours.time': '{hours}:{minutes}',
  'hours.fullHour': '{hours}:00',
}
