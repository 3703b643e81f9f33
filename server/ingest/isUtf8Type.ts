/** Whether a content type says UTF-8, or says nothing of it (W24). */
export function isUtf8Type(contentType: string | undefined): boolean {
  const [, ...parameters] = (contentType ?? '').split(';').map(part => part.trim())
  return parameters.every(parameter => !/^charset\s*=/i.test(parameter) || /=\s*"?utf-?8"?$/i.test(parameter))
}
