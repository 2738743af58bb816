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
comma = {"، "}
colon = {": "}
paren-open = {" ("}
paren-close = )
clause-separator = {"؛ "}
sentence-gap = {" "}
full-stop = .
list-colon = :
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
unit-strand-km = كم شعيرة
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
count-task = { $count ->
    [zero] لا أعمال
    [one] عمل واحد
    [two] عملان
    [few] { $figure } أعمال
    [many] { $figure } عملًا
   *[other] { $figure } عمل
}
count-unit = { $count ->
    [zero] لا وحدات
    [one] وحدة واحدة
    [two] وحدتان
    [few] { $figure } وحدات
    [many] { $figure } وحدة
   *[other] { $figure } وحدة
}
unit-V = فولت
unit-kV = كيلوفولت
unit-A = أمبير
unit-kA = كيلوأمبير
unit--C = °م
unit-K = كلفن
unit--F = °ف
unit-kPa = كيلوباسكال
unit-psi = رطل/بوصة²
unit-L-per-min = لتر/دقيقة
unit-gpm = غالون/دقيقة
unit-m3-per-s = م³/ث
unit-cfm = قدم³/دقيقة
unit-m3-per-h = م³/ساعة
unit-h = ساعة
unit-L-per-h = لتر/ساعة
unit-gal-per-h = غالون/ساعة
unit-kg-per-m2 = كغم/م²
unit-lb-per-ft2 = رطل/قدم²
unit-kg-per-m3 = كغم/م³
unit-lb-per-ft3 = رطل/قدم³
unit-m-per-s = م/ث
unit-ft-per-s = قدم/ث
unit-ms = ملي ثانية
unit-Gbit-per-s = غيغابت/ث
count-run = { $count ->
    [zero] { $figure } مقطع
    [one] مقطع واحد
    [two] مقطعان
    [few] { $figure } مقاطع
    [many] { $figure } مقطعًا
   *[other] { $figure } مقطع
}
count-output-board = { $count ->
    [zero] { $figure } لوحة خرج UPS
    [one] لوحة خرج UPS واحدة
    [two] لوحتا خرج UPS
    [few] { $figure } لوحات خرج UPS
    [many] { $figure } لوحة خرج UPS
   *[other] { $figure } لوحة خرج UPS
}
count-generator-set = { $count ->
    [zero] { $figure } مجموعة توليد
    [one] مجموعة توليد واحدة
    [two] مجموعتا توليد
    [few] { $figure } مجموعات توليد
    [many] { $figure } مجموعة توليد
   *[other] { $figure } مجموعة توليد
}
count-transformer = { $count ->
    [zero] { $figure } محول
    [one] محول واحد
    [two] محولان
    [few] { $figure } محولات
    [many] { $figure } محولًا
   *[other] { $figure } محول
}
count-board = { $count ->
    [zero] { $figure } لوحة
    [one] لوحة واحدة
    [two] لوحتان
    [few] { $figure } لوحات
    [many] { $figure } لوحة
   *[other] { $figure } لوحة
}
count-transfer-switch = { $count ->
    [zero] { $figure } مفتاح تحويل جهد منخفض
    [one] مفتاح تحويل جهد منخفض واحد
    [two] مفتاحا تحويل جهد منخفض
    [few] { $figure } مفاتيح تحويل جهد منخفض
    [many] { $figure } مفتاح تحويل جهد منخفض
   *[other] { $figure } مفتاح تحويل جهد منخفض
}
count-second = { $count ->
    [zero] { $figure } ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $figure } ثوانٍ
    [many] { $figure } ثانية
   *[other] { $figure } ثانية
}
count-hour = { $count ->
    [zero] { $figure } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $figure } ساعات
    [many] { $figure } ساعة
   *[other] { $figure } ساعة
}
count-meet-me-room = { $count ->
    [zero] { $figure } غرفة التقاء
    [one] غرفة التقاء واحدة
    [two] غرفتا التقاء
    [few] { $figure } غرف التقاء
    [many] { $figure } غرفة التقاء
   *[other] { $figure } غرفة التقاء
}
count-wavelength = { $count ->
    [zero] { $figure } طول موجي
    [one] طول موجي واحد
    [two] طولان موجيان
    [few] { $figure } أطوال موجية
    [many] { $figure } طولًا موجيًا
   *[other] { $figure } طول موجي
}
count-pair = { $count ->
    [zero] { $figure } زوج ألياف
    [one] زوج ألياف واحد
    [two] زوجا ألياف
    [few] { $figure } أزواج ألياف
    [many] { $figure } زوج ألياف
   *[other] { $figure } زوج ألياف
}
unit-kJ-per-kg-K = كيلوجول/(كغم·كلفن)
unit-Btu-per-lb--F = و.ح.ب/(رطل·°ف)
unit-mPa-s = ملي باسكال·ث
unit-cP = سنتي بواز
unit-L-per-kWh = لتر/كيلوواط ساعة
unit-feeds-a-rack = مغذٍّ لكل رف
unit-strands = شعيرات
unit-accelerators = مسرّعات
unit-accelerators-a-rack = مسرّع لكل رف
unit-min = دقيقة
unit-L-per-kW = لتر/كيلوواط
unit-m3-per-kW = م³/كيلوواط
unit-kg = كغم
unit-C = °م
unit-kJ-per-m3-K = كيلوجول/(م³·كلفن)
unit-lb = رطل
unit-in = بوصة
unit-mm = مم
quarter = ر{ $number }
quarter-of-year = ر{ $number } { $year }
