/**
 * The headers that both shells send with every answer of the renderer's origin.
 *
 * `nonce` stands for the <style> elements that the component library writes at run time
 * (docs/decisions/0002); nothing else is relaxed: no inline script, no eval, no style attribute in
 * markup, no foreign origin.
 */
export function securityHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
    'x-frame-options': 'DENY',
    'x-dns-prefetch-control': 'off',
    'cache-control': 'no-store',
  };
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** Features of a browser that a registry has no use for; reading the clipboard is one of them. */
const deniedFeatures = [
  'accelerometer', 'autoplay', 'camera', 'clipboard-read',
  'display-capture', 'encrypted-media', 'geolocation', 'gyroscope', 'hid', 'identity-credentials-get',
  'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment',
  'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'storage-access',
  'usb', 'window-management', 'xr-spatial-tracking',
];
