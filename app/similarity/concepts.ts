import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** Things reports speak of, by the words of the eight languages; a phrase counts as one. Lets a lorry in Uzbek meet one in Tajik. */
const CONCEPTS: Readonly<Record<string, string>> = {
  lorry: 'грузовик; фура; грузовая машина; грузовой автомобиль; жүк көлігі; жүк машинасы; жүк ташуучу унаа; мошини боркаш; боркаш; yuk mashinasi; юк машинаси; yük maşını; ýük maşyny; ýük ulagy; lorry; truck',
  car: 'автомобиль; автомашина; легковая машина; жеңіл көлік; жеңил унаа; мошини сабукрав; avtomobil; yengil mashina; minik maşını; ýeňil ulag; car; vehicle',
  post: 'пост; пропускной пункт; өткізу пункті; бекет; өткөрмө пункт; гузаргоҳ; posti; oʻtkazish punkti; buraxılış məntəqəsi; gözegçilik nokady; geçiş nokady; checkpoint; crossing point; post',
  border: 'граница; шекара; чек ара; сарҳад; chegara; sərhəd; serhet; araçäk; border',
  heroin: 'героин; heroin; geroin; ҳероин',
  opium: 'опий; опиум; апиын; апийим; афюн; afyun; tiryək; tirýek; opium',
  hashish: 'гашиш; hashish; гашиши; həşiş; gaşiş; ҳашиш; нашa; nasha; наша',
  cannabis: 'каннабис; марихуана; марихуанна; конопля; cannabis; marijuana; marixuana; kannabis; qarasora; сора; bangidevona',
  methamphetamine: 'метамфетамин; methamphetamine; metamfetamin',
  mephedrone: 'мефедрон; mefedron; mephedrone',
  precursor: 'прекурсор; prekursor; precursor; ангидрид; anhydride; angidrid',
  drugs: 'наркотик; наркотические средства; есірткі; баңги зат; нашъамаводи; маводи мухаддир; giyohvandlik; giyohvand moddalar; narkotik; neşe serişdesi; drug; narcotic',
  cache: 'тайник; схрон; жасырын орын; кэш; махфигоҳ; yashirin joy; gizli yer; gizlin ýer; cache; hiding place; stash',
  courier: 'курьер; перевозчик; тасымалдаушы; ташуучу; ҳомил; kuryer; tashuvchi; kuryer; daşaýjy; courier; carrier',
  storage: 'склад; қойма; кампа; анбор; ombor; anbar; ammar; warehouse; storehouse',
  train: 'поезд; пойыз; поезди; қатора; poyezd; qatar; otly; train; wagon; вагон; vagon',
  container: 'контейнер; konteyner; container; konteýner',
  money: 'деньги; денежные средства; ақша; акча; пул; pul; money; cash',
  market: 'рынок; базар; бозор; bozor; bazar; market',
  passed: 'проехал; проследовал; пересек; өткен; өткөн; гузаштааст; oʻtgan; ўтган; keçmiş; keçib; geçen; geçdi; passed; crossed',
  detained: 'задержан; задержана; ұсталды; ұсталған; кармалды; дастгир; боздошт; ushlangan; qoʻlga olindi; saxlanılıb; saxlanılmışdır; tutuldy; saklanyldy; detained; arrested',
  seized: 'изъят; изъято; тәркіленді; алып қойылды; алынды; мусодира; musodara; olib qoʻyilgan; götürülüb; müsadirə; elden alyndy; alyndy; seized',
  route: 'маршрут; бағыт; каттам; масир; хатсайр; yoʻnalish; marshrut; marşrut; ugur; route',
};

const BY_STEMS = new Map<string, string>();
const FIRST_STEMS = new Set<string>();
for (const [concept, words] of Object.entries(CONCEPTS)) {
  for (const wording of words.split(';')) {
    const stems = fold(wording).split(' ').map(stem);
    BY_STEMS.set(stems.join(' '), concept);
    FIRST_STEMS.add(stems[0] ?? '');
  }
}

/** The concept that up to three stems starting at `at` name, the longest first, and how many stems it takes. */
export function conceptAt(stems: readonly string[], at: number): { concept: string; length: number } | null {
  if (!FIRST_STEMS.has(stems[at] ?? '')) return null;
  for (let length = Math.min(3, stems.length - at); length > 0; length -= 1) {
    const concept = BY_STEMS.get(length === 1 ? (stems[at] ?? '') : stems.slice(at, at + length).join(' '));
    if (concept !== undefined) return { concept, length };
  }
  return null;
}
