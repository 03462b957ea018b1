import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import { roles, type Role } from '#app/access/roles.ts';
import type { IconName } from '../components/Icon.tsx';
import type { TextKey } from '../language/areas.ts';

export interface ScreenProps { readonly params: Readonly<Record<string, string>> }

export interface Screen {
  readonly id: string;
  readonly title: TextKey;
  readonly icon: IconName;
  readonly roles: readonly Role[];
  /** False for screens that are reached from another one only (a card). */
  readonly inMenu: boolean;
  readonly component: LazyExoticComponent<ComponentType<ScreenProps>>;
}

/** All screens, in the order of the menu (Alt+1 to Alt+9 follow it). The one place where a screen is made known. */
export const screens: readonly Screen[] = [
  { id: 'desk', title: 'desk.title', icon: 'desk', roles: ['director', 'registrar', 'analyst'], inMenu: true, component: lazy(() => import('./desk/DeskScreen.tsx')) },
  { id: 'register', title: 'register.title', icon: 'incoming', roles: ['registrar'], inMenu: true, component: lazy(() => import('./register/RegisterScreen.tsx')) },
  { id: 'materials', title: 'materials.title', icon: 'list', roles: ['director', 'registrar', 'analyst'], inMenu: true, component: lazy(() => import('./materials/MaterialsScreen.tsx')) },
  { id: 'card', title: 'card.title', icon: 'card', roles: ['director', 'registrar', 'analyst'], inMenu: false, component: lazy(() => import('./card/CardScreen.tsx')) },
  { id: 'similar', title: 'similar.title', icon: 'links', roles: ['registrar', 'analyst'], inMenu: true, component: lazy(() => import('./similar/SimilarScreen.tsx')) },
  { id: 'notices', title: 'notices.title', icon: 'notice', roles: ['director', 'registrar', 'analyst'], inMenu: true, component: lazy(() => import('./notices/NoticesScreen.tsx')) },
  { id: 'release', title: 'release.title', icon: 'outgoing', roles: ['director', 'registrar', 'analyst'], inMenu: true, component: lazy(() => import('./release/ReleaseScreen.tsx')) },
  { id: 'packages', title: 'packages.title', icon: 'package', roles: ['director', 'registrar', 'analyst'], inMenu: true, component: lazy(() => import('./packages/PackagesScreen.tsx')) },
  { id: 'journal', title: 'journal.title', icon: 'journal', roles: ['director', 'security'], inMenu: true, component: lazy(() => import('./journal/JournalScreen.tsx')) },
  { id: 'breach', title: 'breach.title', icon: 'breach', roles: ['director', 'registrar', 'analyst', 'security'], inMenu: true, component: lazy(() => import('./breach/BreachScreen.tsx')) },
  { id: 'reference', title: 'reference.title', icon: 'bodies', roles: ['director', 'registrar', 'analyst', 'security'], inMenu: true, component: lazy(() => import('./reference/ReferenceScreen.tsx')) },
  { id: 'officers', title: 'officers.title', icon: 'people', roles, inMenu: true, component: lazy(() => import('./officers/OfficersScreen.tsx')) },
  { id: 'requests', title: 'requests.title', icon: 'consent', roles: ['director', 'registrar', 'analyst'], inMenu: true, component: lazy(() => import('./requests/RequestsScreen.tsx')) },
  { id: 'access', title: 'access.title', icon: 'shield', roles, inMenu: true, component: lazy(() => import('./access/AccessScreen.tsx')) },
  { id: 'checks', title: 'checks.title', icon: 'shield', roles: ['director', 'security', 'administrator'], inMenu: true, component: lazy(() => import('./checks/ChecksScreen.tsx')) },
  { id: 'backup', title: 'backup.title', icon: 'shield', roles: ['director', 'security', 'administrator'], inMenu: true, component: lazy(() => import('./backup/BackupScreen.tsx')) },
  { id: 'recovery', title: 'recovery.title', icon: 'shield', roles: ['director', 'security'], inMenu: true, component: lazy(() => import('./recovery/RecoveryScreen.tsx')) },
  { id: 'print', title: 'print.title', icon: 'print', roles: ['director', 'registrar', 'security'], inMenu: false, component: lazy(() => import('./print/PrintScreen.tsx')) },
];
