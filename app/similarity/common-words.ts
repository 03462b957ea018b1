import { fold } from './fold.ts';

/**
 * Words that say nothing about an event: particles, the wording of covering phrases, ranks and titles. Written as officers
 * write them, folded once. A small vault's own counts mislead about how common a word is, so this list is shipped.
 */
const COMMON = `
и в во на с со по из за от до для при о об не что как это его ее их был была было были или же бы к у а но также который которая
согласно указанный данный имеется имеющейся поступила получена информация сведения сообщаем просим источник орган органы
официальный условный образец проверочный гражданин гражданка граждане года год водитель город область район служба отдел
управление бюро центр материал дополнение следующая лицо лица паспорт телефон номер дата рождения
және мен бен пен үшін бойынша туралы болып болған арқылы деп бұл осы сол ол оның бар жоқ ақпарат мәлімет дереккөз ресми орган
шартты үлгі сынақ азамат жыл жылы жылғы қаласы облысы ауданы жүргізуші қосымша
жана менен үчүн боюнча жөнүндө аркылуу деген бул ушул анын маалымат булак расмий шарттуу үлгү сыноо жаран жылы шаары айдоочу кошумча
ва аз ба бо дар барои оид ки ин он буд шуд аст ҳаст маълумот манбаъ расмӣ мақомот намунаи санҷишӣ шартӣ шаҳрванд сол соли
шаҳри вилояти ронанда иловагӣ гузашт гузаштааст
va bilan uchun orqali haqida boʻyicha boʻlgan boʻlib deb bu shu ushbu uning bor yoʻq maʼlumot maʼlumotlar manba rasmiy shartli
namuna namunasi sinov fuqaro yil yili shahri viloyati tumani haydovchi qoʻshimcha ega ekan edi
və ilə üçün haqqında görə olan olub bu həmin onun var yoxdur məlumat mənbə rəsmi orqan şərti nümunə nümunəsi sınaq vətəndaş il ili
şəhəri rayonu sürücü əlavə
we bilen üçin arkaly barada boýunça bolan diýip bu şol onuň bar ýok maglumat çeşme resmi edara şertli nusga nusgasy synag raýat
ýyl ýyly şäheri welaýaty sürüji goşmaça
the a an and or of to in on at by for from with about as is was were are be been has have had that this these those it its his
her their who which not no information report source official body sample test conditional notional citizen year driver city
region district supplement additional person phone passport number date birth
january february march april may june july august september october november december
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
`;
const FOLDED = new Set(fold(COMMON).split(' '));

/** Whether a folded word is too common to compare by. */
export function isCommonWord(token: string): boolean {
  return FOLDED.has(token);
}
