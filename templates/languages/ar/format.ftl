### كتابة العربية: من اليمين إلى اليسار، بأرقام غربية.

language-name = العربية
language-direction = rtl
number-example = 1,234.5
date-pattern = D MMMM YYYY
names-in-sentences = as-they-are

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
month-1-short = يناير
month-2-short = فبراير
month-3-short = مارس
month-4-short = أبريل
month-5-short = مايو
month-6-short = يونيو
month-7-short = يوليو
month-8-short = أغسطس
month-9-short = سبتمبر
month-10-short = أكتوبر
month-11-short = نوفمبر
month-12-short = ديسمبر

list-separator = {"، "}
list-and = {" "}و
clause-separator = {"؛ "}
sentence-gap = {" "}
full-stop = .
colon = :
span = من { $low } إلى { $high }
with-span = { $likely } ({ $span })
quantity = { $figure } { $unit }
percent = { $figure }%
percent-below = أقل من { $figure }%
places-each = { $places } (لكل منها)
place-site = الموقع
yes = نعم
no = لا

money-scales = 1e9 مليار, 1e6 مليون, 1e3 ألف
money = { $amount } { $scale } { $currency }
money-plain = { $amount } { $currency }
currency-USD = دولار
currency-EUR = يورو
currency-GBP = جنيه إسترليني
currency-CAD = دولار كندي
currency-AUD = دولار أسترالي
currency-CNY = يوان
currency-AED = درهم إماراتي
currency-SAR = ريال سعودي

unit-kW = كيلوواط
unit-MW = ميغاواط
unit-kWh = كيلوواط ساعة
unit-MWh = ميغاواط ساعة
unit-kVA = ك.ف.أ
unit-MVA = م.ف.أ
unit-m = م
unit-km = كم
unit-m2 = م²
unit-m3 = م³
unit-m3-per-day = م³/يوم
unit-L = لتر
unit-t = طن
unit-ft = قدم
unit-mi = ميل
unit-ft2 = قدم²
unit-gal = غالون
unit-gal-per-day = غالون/يوم
unit-short-tons = طن قصير
unit-feeds = مغذيات
unit-racks = رفوف
unit-loops = دوائر
unit-routes = مسارات
unit-entrances = مداخل
unit-rooms = غرف
unit-pairs = أزواج ألياف
unit-waves = موجات
unit-each = وحدة
unit-set = طقم
unit-room = غرفة
unit-rack = رف
unit-pair = زوج ألياف
unit-loop = دائرة
unit-entrance = مدخل
unit-run = مقطع
unit-crossing = عبور
unit-strand_km = كم شعيرة
unit-step = مرحلة

count-hall = { $count ->
    [zero] لا صالات
    [one] صالة واحدة
    [two] صالتان
    [few] { $figure } صالات
    [many] { $figure } صالة
   *[other] { $figure } صالة
}
count-rack = { $count ->
    [zero] لا رفوف
    [one] رف واحد
    [two] رفان
    [few] { $figure } رفوف
    [many] { $figure } رفًا
   *[other] { $figure } رف
}
count-week = { $count ->
    [zero] { $figure } أسبوع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $figure } أسابيع
    [many] { $figure } أسبوعًا
   *[other] { $figure } أسبوع
}
count-day = { $count ->
    [zero] { $figure } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $figure } أيام
    [many] { $figure } يومًا
   *[other] { $figure } يوم
}
count-solve = { $count ->
    [zero] بلا حلول
    [one] حل واحد
    [two] حلين
    [few] { $figure } حلول
    [many] { $figure } حلًا
   *[other] { $figure } حل
}
count-line = { $count ->
    [zero] لا بنود
    [one] بند واحد
    [two] بندان
    [few] { $figure } بنود
    [many] { $figure } بندًا
   *[other] { $figure } بند
}
count-rule = { $count ->
    [zero] لا قواعد
    [one] قاعدة واحدة
    [two] قاعدتان
    [few] { $figure } قواعد
    [many] { $figure } قاعدة
   *[other] { $figure } قاعدة
}
count-working-day = { $count ->
    [zero] لا أيام عمل
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $figure } أيام عمل
    [many] { $figure } يوم عمل
   *[other] { $figure } يوم عمل
}
count-order = { $count ->
    [zero] لا طلبيات
    [one] طلبية واحدة
    [two] طلبيتان
    [few] { $figure } طلبيات
    [many] { $figure } طلبية
   *[other] { $figure } طلبية
}
unit-t-a-year = طن سنويًا
unit-m3-a-day = م³ يوميًا
unit-short-tons-a-year = طن قصير سنويًا
unit-gal-a-day = غالون يوميًا
