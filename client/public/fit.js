/* Runs first, in any browser: what is older than the screens are built for is told so, instead of nothing. ES5 alone. */
(function () {
  var needs = typeof Promise === 'function'
    && typeof Array.prototype.findLast === 'function'
    && typeof structuredClone === 'function'
    && typeof AbortSignal === 'function' && typeof AbortSignal.timeout === 'function'
    && typeof CSS !== 'undefined' && typeof CSS.supports === 'function'
    && CSS.supports('height', '1dvh')
    && CSS.supports('container-type', 'inline-size')
    && CSS.supports('selector(:has(a))')
  if (needs)
    return
  // What follows in the page becomes a comment, so that nothing of it is run.
  document.write(
    '<title>网格 Wangge</title><link rel="icon" href="data:,">'
    + '<body style="margin:0;background:#12171f;color:#f3ede1;font:18px/1.7 sans-serif">'
    + '<div id="too-old" role="alert" style="max-width:40em;margin:0 auto;padding:12vh 24px">'
    + '<h1 style="font-size:28px">此浏览器版本过低，无法显示网格</h1>'
    + '<p>请使用 Chromium 内核 108 或更新的浏览器（360、奇安信、UOS 浏览器等请查看“关于”中的内核版本），或 Firefox ESR 的最新版本。</p>'
    + '<p>紧急事项请勿等待：用电话上报、调度。</p>'
    + '<div lang="en"><h2 style="font-size:22px">This browser is too old to show Wangge</h2>'
    + '<p>Please use a browser with Chromium 108 or newer, or the current Firefox ESR. What is urgent must not wait for it: use the telephone.</p></div>'
    + '<p style="color:#979a9d;font-size:14px;word-break:break-all">' + String(navigator.userAgent).replace(/[<>&]/g, '') + '</p>'
    + '</div></body><!--'
  )
})()
