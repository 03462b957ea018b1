import { notifications } from '@mantine/notifications';

/** A short word that something was done; never a refusal or an error, which stay in the page until read. */
export function toast(message: string): void {
  notifications.show({ message, autoClose: 6000, withBorder: true, withCloseButton: false });
}
export const dropToasts = (): void => notifications.clean();
