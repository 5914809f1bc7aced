import type { LetterParts } from '../letter.mts';

/** Parts of ordinary letters, with innocent look-alikes. `kept` was not looked at while the screening was built. */
export const parts: LetterParts = {
  language: 'ur',
  openings: [
    'پیاری امی،',
    'السلام علیکم بیٹا،',
    'پیارے ابو،',
    'Assalam alaikum bhai,',
  ],
  closings: [
    'آپ کا بیٹا',
    'دعاؤں میں یاد رکھنا، بہن',
    'Allah hafiz, Bilal',
    'بہت پیار، دادی',
  ],
  seen: [
    'سالگرہ مبارک، تم ۱۴ مارچ کو ۷ سال کے ہو گئے۔',
    'میچ شام 5:30 بجے شروع ہوگا، پچھلی بار ہم 3-1 سے جیتے تھے۔',
    'روٹی اب بیس روپے کی ہے اور دودھ دو سو کا۔',
    'اسکول کے جوتے 1200 روپے کے تھے، سیل میں 800 کے ملے۔',
    'میں نے سورہ بقرہ کی آیت ۲۵۵ پڑھی۔',
    'کیک میں ۲۵۰ گرام آٹا اور ۳ انڈے ڈالے۔',
    'دادی ۸۱ سال کی ہیں اور اب بھی ہنستی ہیں۔',
    'بس نمبر 42 صبح 9:15 پر چلتی ہے۔',
    'میں نے ۳ مئی ۲۰۲۶ کو ریاضی کا امتحان پاس کیا۔',
    'ہم نے مل کر گنا: ایک دو تین چار پانچ چھ سات آٹھ نو دس۔',
    'باغ میں پیاز اور آلو لگائے ہیں۔',
    'بچے کا وزن 3450 گرام ہے، وہ رات 3:42 پر پیدا ہوا۔',
    'خط اور خوبصورت تصویر کا شکریہ۔',
    'Ammi ki tabiyat ab theek hai, doctor ne 5 din ki dawai di hai.',
    'Cricket match mein hum 42 runs se jeet gaye, mazah aa gaya.',
    'Bijli ka bill bhar diya hai, fikar mat karna.',
  ],
  kept: [
    'رات کا کھانا پانچ بجے ہے، پھر میں لکھتا ہوں۔',
    'تمہارا بھتیجا ۲۱ جون کو دو سال کا ہو جائے گا۔',
    'گاڑی کو دو گھنٹے دس منٹ لگتے ہیں۔',
    'بہت گرمی تھی، ۳۱ ڈگری، بچے پانی میں کھیلتے رہے۔',
    'جمعرات کو صاف قمیضیں لے کر آؤں گی۔',
    'تمہاری بہت یاد آتی ہے۔',
    'Eid par biryani banai thi, masala bilkul tumhari pasand ka.',
    'Bachay school mein achay number laye hain, 82 per cent.',
  ],
};
