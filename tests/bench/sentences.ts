import type { MaterialLanguage } from './materials.ts';

/**
 * Sentences of fictional reports in eight languages, with places for {person}, {plate}, {phone}, {paper}, {place}, {place2},
 * {amount} and {date}. Every text begins with its language's words for "test sample": nothing here ever happened.
 */
export const OPENING: Readonly<Record<MaterialLanguage, string>> = {
  ru: 'Условный образец, всё вымышлено.', kk: 'Сынақ үлгісі, бәрі ойдан шығарылған.', ky: 'Сыноо үлгүсү, баары ойдон чыгарылган.',
  tg: 'Намунаи санҷишӣ, ҳамааш хаёлист.', uz: 'Sinov namunasi, hammasi oʻylab topilgan.', az: 'Sınaq nümunəsi, hamısı uydurmadır.',
  tk: 'Synag nusgasy, hemmesi oýlanyp tapylan.', en: 'Test sample, all of it fictional.',
};

export const SENTENCES: Readonly<Record<MaterialLanguage, readonly string[]>> = {
  ru: [
    '{date} через условный пост «{place}» проследовал грузовик, г/н {plate}.',
    'За рулём находился {person}, связь по номеру {phone}.',
    'При осмотре тайника обнаружено {amount} вещества, внешне сходного с героином.',
    'Предъявлен паспорт {paper} на имя {person}.',
    'По имеющимся сведениям, груз предназначался для склада в посёлке «{place2}».',
    'Ранее та же машина стояла на стоянке у рынка «{place}» двое суток.',
    'Расчёт обещан наличными через знакомого по имени {person}.',
    'Маршрут от «{place}» до «{place2}» повторяется раз в две недели.',
    'Просим проверить владельца номера {phone} и сообщить о его поездках.',
  ],
  kk: [
    '{date} шартты «{place}» бекеті арқылы жүк көлігі өтті, нөмірі {plate}.',
    'Рөлде {person} болған, байланыс телефоны {phone}.',
    'Жасырын орыннан героинге ұқсас {amount} зат табылды.',
    '{person} атына берілген {paper} құжаты көрсетілді.',
    'Жүк «{place2}» ауылындағы қоймаға арналған деген дерек бар.',
    'Осыған дейін көлік «{place}» базарының жанында екі тәулік тұрған.',
    'Ақшаны {person} есімді танысы арқылы береміз деп уәде еткен.',
    '«{place}» мен «{place2}» арасындағы бағыт екі аптада бір қайталанады.',
  ],
  ky: [
    '{date} шарттуу «{place}» өткөрмө пункту аркылуу жүк ташуучу унаа өттү, номери {plate}.',
    'Рулда {person} болгон, байланыш номери {phone}.',
    'Жашыруун жерден героинге окшош {amount} зат табылды.',
    '{person} атына берилген {paper} паспорту көрсөтүлдү.',
    'Жүк «{place2}» айылындагы кампага арналган деген маалымат бар.',
    'Буга чейин унаа «{place}» базарынын жанында эки күн турган.',
    'Акчаны {person} аттуу таанышы аркылуу берүүгө убада кылган.',
    '«{place}» менен «{place2}» ортосундагы каттам эки жумада бир кайталанат.',
  ],
  tg: [
    '{date} аз гузаргоҳи шартии «{place}» мошини боркаш гузаштааст, рақамаш {plate}.',
    'Ронанда {person} буд, рақами телефонаш {phone}.',
    'Аз махфигоҳ {amount} моддаи ба ҳероин монанд ёфт шуд.',
    'Шиносномаи {paper} ба номи {person} нишон дода шуд.',
    'Бор барои анбори деҳаи «{place2}» пешбинӣ шудааст.',
    'Пеш аз ин мошин дар назди бозори «{place}» ду шабонарӯз истода буд.',
    'Пулро ба воситаи шиносаш {person} додан ваъда кардаанд.',
    'Масири байни «{place}» ва «{place2}» дар ду ҳафта як бор такрор мешавад.',
  ],
  uz: [
    '{date} kuni shartli „{place}“ posti orqali yuk mashinasi oʻtgan, raqami {plate}.',
    'Rulda {person} boʻlgan, aloqa raqami {phone}.',
    'Yashirin joydan geroinga oʻxshash {amount} modda topilgan.',
    '{person} nomiga berilgan {paper} pasport koʻrsatilgan.',
    'Yuk „{place2}“ qishlogʻidagi omborga moʻljallangan degan maʼlumot bor.',
    'Avvalroq mashina „{place}“ bozori yonida ikki kun turgan.',
    'Pulni {person} ismli tanishi orqali berishga vaʼda qilingan.',
    '„{place}“ va „{place2}“ orasidagi yoʻnalish ikki haftada bir takrorlanadi.',
  ],
  az: [
    '{date} tarixində şərti „{place}“ buraxılış məntəqəsindən yük maşını keçmişdir, nömrəsi {plate}.',
    'Sükan arxasında {person} olub, əlaqə nömrəsi {phone}.',
    'Gizli yerdə heroinə oxşar {amount} maddə aşkar edilmişdir.',
    '{person} adına verilmiş {paper} pasport təqdim olunmuşdur.',
    'Yük „{place2}“ kəndindəki anbar üçün nəzərdə tutulmuşdur.',
    'Əvvəllər maşın „{place}“ bazarının yanında iki gün dayanmışdır.',
    'Pulun {person} adlı tanışı vasitəsilə verilməsi vəd edilmişdir.',
    '„{place}“ ilə „{place2}“ arasındakı marşrut iki həftədən bir təkrarlanır.',
  ],
  tk: [
    '{date} şertli „{place}“ gözegçilik nokadyndan ýük ulagy geçdi, belgisi {plate}.',
    'Rulda {person} bolupdyr, habarlaşmak üçin telefony {phone}.',
    'Gizlin ýerden geroine meňzeş {amount} madda tapyldy.',
    '{person} adyna berlen {paper} pasport görkezildi.',
    'Ýük „{place2}“ obasyndaky ammar üçin niýetlenendir.',
    'Mundan öň ulag „{place}“ bazarynyň ýanynda iki gün durupdyr.',
    'Puly {person} atly tanşynyň üsti bilen bermek wada edildi.',
    '„{place}“ bilen „{place2}“ arasyndaky ugur iki hepdede bir gaýtalanýar.',
  ],
  en: [
    'On {date} a lorry passed the notional post “{place}”, plate {plate}.',
    'The driver was {person}, reached at {phone}.',
    'A cache under the floor held {amount} of a substance resembling heroin.',
    'Passport {paper} in the name of {person} was shown.',
    'The load is said to be meant for a warehouse in the village of “{place2}”.',
    'Earlier the same vehicle had stood for two days by the market of “{place}”.',
    'Payment was promised in cash through an acquaintance, {person}.',
    'The route between “{place}” and “{place2}” is repeated every other week.',
  ],
};

/** Fictional names in Latin and Cyrillic spelling; chosen for their sound, meant for nobody. */
export const SURNAMES = [
  ['Karimov', 'Каримов'], ['Durdiyev', 'Дурдыев'], ['Oqboyev', 'Окбоев'], ['Sarbazov', 'Сарбазов'], ['Kedrin', 'Кедрин'], ['Chinorov', 'Чиноров'],
  ['Lochinov', 'Лочинов'], ['Tumarov', 'Тумаров'], ['Irbisov', 'Ирбисов'], ['Xazarov', 'Хазаров'], ['Aytenov', 'Айтенов'], ['Bulaqov', 'Булаков'],
  ['Zarifov', 'Зарифов'], ['Gulyamov', 'Гулямов'], ['Mergenov', 'Мергенов'], ['Togayev', 'Тогаев'], ['Yulduzov', 'Юлдузов'], ['Poyanov', 'Поянов'],
  ['Rahnamov', 'Рахнамов'], ['Shamolov', 'Шамолов'], ['Vetrov', 'Ветров'], ['Qumov', 'Кумов'], ['Daryoyev', 'Дарёев'], ['Eshonov', 'Эшонов'],
] as const;
export const GIVEN = [
  ['Rustam', 'Рустам'], ['Mergen', 'Мерген'], ['Aziz', 'Азиз'], ['Timur', 'Тимур'], ['Farhod', 'Фарход'], ['Sanjar', 'Санжар'], ['Nurlan', 'Нурлан'],
  ['Ilyos', 'Ильёс'], ['Bahrom', 'Бахром'], ['Orazgeldi', 'Оразгелди'], ['Elchin', 'Эльчин'], ['Pavel', 'Павел'], ['Aybek', 'Айбек'], ['Jamshed', 'Джамшед'],
  ['Zafar', 'Зафар'], ['Murod', 'Мурод'],
] as const;
/** Notional places; the first part is joined with the second and a number. */
export const PLACES = [
  ['Oqtepa', 'Октепа'], ['Garagum', 'Гарагум'], ['Yongoqli', 'Ёнгокли'], ['Qizilsoy', 'Кизилсой'], ['Tuyatosh', 'Туятош'], ['Zangori', 'Зангори'],
  ['Sumbar', 'Сумбар'], ['Archali', 'Арчали'], ['Kokbulaq', 'Кокбулак'], ['Navbahor', 'Навбахор'], ['Shamoldara', 'Шамолдара'], ['Toshkoprik', 'Ташкоприк'],
] as const;
