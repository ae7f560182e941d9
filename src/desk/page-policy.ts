/**
 * Whether the answers of this server carry the policy that workers obey; null where that cannot be known, as without a
 * network. The policy in the page itself reaches the page alone.
 */
export async function hasPolicyHeader(
  ask: () => Promise<Pick<Response, 'headers'>> = () =>
    fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }),
): Promise<boolean | null> {
  try {
    return (await ask()).headers.has('content-security-policy');
  } catch {
    return null;
  }
}
