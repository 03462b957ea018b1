import { createTheme, Button, ActionIcon, TextInput, PasswordInput, Textarea, Select, NumberInput, Checkbox, Radio, Tabs, Modal, Drawer, Tooltip, Menu, Badge, InputBase, Popover } from '@mantine/core';

/** Dense desktop look; the values live in theme.css, as the policy on styles allows no inline sheet. */
export const theme = createTheme({
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 'md', variant: 'subtle' } }),
    InputBase: InputBase.extend({ defaultProps: { size: 'xs' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'xs' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs' } }),
    Select: Select.extend({ defaultProps: { size: 'xs' } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'xs' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs' } }),
    Badge: Badge.extend({ defaultProps: { size: 'sm', radius: 'sm', tt: 'none' } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    // The page itself never scrolls, so nothing needs to be held still behind a layer.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, yOffset: 'max(8vh, 52px)', attributes: { header: { role: 'presentation' } }, overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 0 } } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false, attributes: { header: { role: 'presentation' } }, overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 0 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false } } }),
    Menu: Menu.extend({ defaultProps: { transitionProps: { duration: 0 } } }),
    Popover: Popover.extend({ defaultProps: { transitionProps: { duration: 0 } } }),
  },
});

/** The colour scheme is the system's; nothing is remembered in the profile. */
export const systemScheme = {
  get: () => 'auto' as const,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
