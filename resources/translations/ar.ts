<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Hudhud</source>
        <translation>حول هدهد</translation>
    </message>
    <message>
        <source>Brings your mail home</source>
        <translation>يحمل بريدك إليك</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3.</source>
        <translation>برنامج حر برخصة غنو العمومية، الإصدار 3.</translation>
    </message>
    <message>
        <source>Hudhud</source>
        <translation>هدهد</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>الإصدار %1</translation>
    </message>
    <message>
        <source>Your provider keeps your messages in a box on its server. POP3 is a simple way to bring them to your computer: ask whether something new has arrived, look at the first lines, then save the message here and leave or delete the server&apos;s copy.</source>
        <translation>يحتفظ مزوّد بريدك برسائلك في صندوق على خادمه. وPOP3 طريقة بسيطة لجلبها إلى جهازك: تسأل هل وصل بريد جديد، وتعاين الأسطر الأولى، ثم تحفظ الرسالة عندك وتترك نسختها على الخادم أو تحذفها منه.</translation>
    </message>
</context>
<context>
    <name>AccountCardButton</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1 of %2 on the server</source>
        <translation>%1 من %2 على الخادم</translation>
    </message>
    <message>
        <source>%1 on the server</source>
        <translation>%1 على الخادم</translation>
    </message>
    <message>
        <source>Change %1…</source>
        <translation>تغيير %1…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ التحقق…</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>لم يبدأ التحقق بعد</translation>
    </message>
</context>
<context>
    <name>AccountEditor</name>
    <message>
        <source>Add account</source>
        <translation>إضافة حساب</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>متقدم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Change account</source>
        <translation>تغيير الحساب</translation>
    </message>
    <message>
        <source>Enter the login name.</source>
        <translation>أدخل اسم الدخول.</translation>
    </message>
    <message>
        <source>Enter the server&apos;s name.</source>
        <translation>أدخل اسم الخادم.</translation>
    </message>
    <message>
        <source>Enter the whole email address.</source>
        <translation>أدخل عنوان البريد الإلكتروني كاملًا.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Test sign-in</source>
        <translation>تجربة تسجيل الدخول</translation>
    </message>
    <message>
        <source>What should happen to the copy on the server?</source>
        <translation>ماذا نفعل بالنسخة الموجودة على الخادم؟</translation>
    </message>
</context>
<context>
    <name>AccountsController</name>
    <message>
        <source>Signing in…</source>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Actions</source>
        <translation>الإجراءات</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>About Hudhud</source>
        <translation>حول هدهد</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>إضافة حساب…</translation>
    </message>
    <message>
        <source>As in the system</source>
        <translation>حسب النظام</translation>
    </message>
    <message>
        <source>Cancel deletion</source>
        <translation>إلغاء الحذف</translation>
    </message>
    <message>
        <source>Change account…</source>
        <translation>تغيير الحساب…</translation>
    </message>
    <message>
        <source>Check all accounts</source>
        <translation>التحقق من كل الحسابات</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>التحقق الآن</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Delete from server</source>
        <translation>حذف من الخادم</translation>
    </message>
    <message>
        <source>Delete now</source>
        <translation>حذف الآن</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Find in message</source>
        <translation>بحث في الرسالة</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Keep on server</source>
        <translation>إبقاء على الخادم</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>صندوق البريد</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>وضع علامة «مقروءة»</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>وضع علامة «غير مقروءة»</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>الرسالة التالية</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>اللوحة التالية</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>فتح في نافذة مستقلة</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>الرسالة السابقة</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>اللوحة السابقة</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Quit Hudhud</source>
        <translation>إنهاء هدهد</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>إزالة الحساب…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>حفظ كملف PDF…</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>حفظ هنا</translation>
    </message>
    <message>
        <source>Save message as…</source>
        <translation>حفظ الرسالة كملف…</translation>
    </message>
    <message>
        <source>Save, then delete</source>
        <translation>حفظ ثم حذف</translation>
    </message>
    <message>
        <source>Save, then delete from server</source>
        <translation>حفظ ثم حذف من الخادم</translation>
    </message>
    <message>
        <source>Search mail</source>
        <translation>بحث في البريد</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Show all header fields</source>
        <translation>عرض كل حقول الترويسة</translation>
    </message>
    <message>
        <source>Show more lines</source>
        <translation>عرض أسطر أخرى</translation>
    </message>
    <message>
        <source>Show original</source>
        <translation>عرض النص الأصلي</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>نص أصغر</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Switch text direction</source>
        <translation>تبديل اتجاه النص</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>الحجم المعتاد</translation>
    </message>
    <message>
        <source>Verify the archive</source>
        <translation>فحص سلامة الأرشيف</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
</context>
<context>
    <name>AdvancedFields</name>
    <message>
        <source>Ask your provider; used only for the gauge.</source>
        <translation>اسأل مزوّد بريدك؛ يُستخدم في مؤشر الامتلاء فقط.</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>ملف الشهادة</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>غ.ب</translation>
    </message>
    <message>
        <source>Give up waiting after</source>
        <translation>التوقف عن الانتظار بعد</translation>
    </message>
    <message>
        <source>Lines in preview</source>
        <translation>عدد أسطر المعاينة</translation>
    </message>
    <message>
        <source>Mailbox size limit (optional)</source>
        <translation>الحد الأقصى لحجم الصندوق (اختياري)</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Password command</source>
        <translation>أمر كلمة المرور</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>ثانية</translation>
    </message>
</context>
<context>
    <name>AttachedKind</name>
    <message>
        <source>Calendar</source>
        <translation>تقويم</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>مستند</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>مقطع مرئي</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Packed files</source>
        <translation>ملفات مضغوطة</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>برنامج</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>عرض شرائح</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>صوت</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>جدول بيانات</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
</context>
<context>
    <name>AttachmentCard</name>
    <message>
        <source>Look at %1</source>
        <translation>معاينة %1</translation>
    </message>
    <message>
        <source>Open %1 in its program</source>
        <translation>فتح %1 في برنامجه</translation>
    </message>
    <message>
        <source>Save the attachment %1</source>
        <translation>حفظ المرفق %1</translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Save all…</source>
        <translation>حفظ الكل…</translation>
    </message>
</context>
<context>
    <name>AttachmentsController</name>
    <message>
        <source>%1 could not be written.</source>
        <translation>تعذّرت كتابة %1.</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>كُتب %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>لم يُكتب أي ملف.</numerusform>
            <numerusform>كُتب ملف واحد.</numerusform>
            <numerusform>كُتب ملفان.</numerusform>
            <numerusform>كُتبت %Ln ملفات.</numerusform>
            <numerusform>كُتب %Ln ملفًا.</numerusform>
            <numerusform>كُتب %Ln ملف.</numerusform>
        </translation>
    </message>
    <message>
        <source>No program was found that opens this file.</source>
        <translation>لم يُعثر على برنامج يفتح هذا الملف.</translation>
    </message>
    <message>
        <source>Save all attachments</source>
        <translation>حفظ كل المرفقات</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>حفظ المرفق</translation>
    </message>
    <message>
        <source>The attachment could not be read.</source>
        <translation>تعذّرت قراءة المرفق.</translation>
    </message>
    <message>
        <source>The files could not be written.</source>
        <translation>تعذّرت كتابة الملفات.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>تنبيه</translation>
    </message>
</context>
<context>
    <name>Box</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Hudhud</source>
        <translation>هدهد</translation>
    </message>
</context>
<context>
    <name>CommandsController</name>
    <message>
        <source>Add an account first.</source>
        <translation>أضف حسابًا أولًا.</translation>
    </message>
    <message>
        <source>Choose an account first.</source>
        <translation>اختر حسابًا أولًا.</translation>
    </message>
    <message>
        <source>Nothing is under way.</source>
        <translation>لا عمل جارٍ الآن.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>لا شيء للتراجع عنه.</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>%1 is a program. Run it?</source>
        <translation>%1 برنامج. أتريد تشغيله؟</translation>
    </message>
    <message numerus="yes">
        <source>%n of them today.</source>
        <translation>
            <numerusform>لا شيء منها اليوم.</numerusform>
            <numerusform>واحدة منها اليوم.</numerusform>
            <numerusform>اثنتان منها اليوم.</numerusform>
            <numerusform>%Ln منها اليوم.</numerusform>
            <numerusform>%Ln منها اليوم.</numerusform>
            <numerusform>%Ln منها اليوم.</numerusform>
        </translation>
    </message>
    <message>
        <source>A program can read and change everything of yours on this computer. Only run it if you expected it from this sender.</source>
        <translation>يستطيع البرنامج قراءة كل ما لديك على هذا الجهاز وتغييره. لا تشغّله إلا إذا كنت تنتظره من هذا المرسل.</translation>
    </message>
    <message>
        <source>Allow for this account</source>
        <translation>السماح لهذا الحساب</translation>
    </message>
    <message>
        <source>Anyone on the network could read your password.</source>
        <translation>قد يطّلع على كلمة مرورك أي شخص على الشبكة.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n message(s) from the server?</source>
        <translation>
            <numerusform>ألا تريد حذف أي رسالة من الخادم؟</numerusform>
            <numerusform>أتريد حذف رسالة واحدة من الخادم؟</numerusform>
            <numerusform>أتريد حذف رسالتين من الخادم؟</numerusform>
            <numerusform>أتريد حذف %Ln رسائل من الخادم؟</numerusform>
            <numerusform>أتريد حذف %Ln رسالة من الخادم؟</numerusform>
            <numerusform>أتريد حذف %Ln رسالة من الخادم؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n message(s) that are not saved on this computer?</source>
        <translation>
            <numerusform>لا رسائل غير محفوظة لحذفها.</numerusform>
            <numerusform>أتريد حذف رسالة غير محفوظة على هذا الجهاز؟</numerusform>
            <numerusform>أتريد حذف رسالتين غير محفوظتين على هذا الجهاز؟</numerusform>
            <numerusform>أتريد حذف %Ln رسائل غير محفوظة على هذا الجهاز؟</numerusform>
            <numerusform>أتريد حذف %Ln رسالة غير محفوظة على هذا الجهاز؟</numerusform>
            <numerusform>أتريد حذف %Ln رسالة غير محفوظة على هذا الجهاز؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete from server</source>
        <translation>حذف من الخادم</translation>
    </message>
    <message>
        <source>Delete without saving</source>
        <translation>حذف دون حفظ</translation>
    </message>
    <message>
        <source>Each is deleted only once its saved copy here is proven.</source>
        <translation>لا تُحذف أي رسالة إلا بعد التثبّت من نسختها المحفوظة هنا.</translation>
    </message>
    <message>
        <source>Finish saving first?</source>
        <translation>أتريد إكمال الحفظ أولًا؟</translation>
    </message>
    <message>
        <source>Finish, then quit</source>
        <translation>الإكمال ثم الإنهاء</translation>
    </message>
    <message numerus="yes">
        <source>From now on %n message(s) would be deleted from the server.</source>
        <translation>
            <numerusform>من الآن لن تُحذف أي رسالة من الخادم.</numerusform>
            <numerusform>من الآن ستُحذف رسالة واحدة من الخادم.</numerusform>
            <numerusform>من الآن ستُحذف رسالتان من الخادم.</numerusform>
            <numerusform>من الآن ستُحذف %Ln رسائل من الخادم.</numerusform>
            <numerusform>من الآن ستُحذف %Ln رسالة من الخادم.</numerusform>
            <numerusform>من الآن ستُحذف %Ln رسالة من الخادم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its saved mail stays on this computer, and nothing changes on the server. Its password is forgotten.</source>
        <translation>يبقى بريده المحفوظ على هذا الجهاز، ولا يتغيّر شيء على الخادم. وتُنسى كلمة مروره.</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>الإنهاء الآن</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>إزالة الحساب</translation>
    </message>
    <message>
        <source>Remove the account %1?</source>
        <translation>أتريد إزالة الحساب %1؟</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Save first</source>
        <translation>الحفظ أولًا</translation>
    </message>
    <message>
        <source>Save it instead</source>
        <translation>حفظ بدلًا من التشغيل</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>عرض القائمة</translation>
    </message>
    <message>
        <source>They cannot be brought back.</source>
        <translation>لا يمكن استرجاعها.</translation>
    </message>
    <message>
        <source>Use %1 without encryption?</source>
        <translation>أتريد استخدام %1 دون تشفير؟</translation>
    </message>
    <message>
        <source>Use this rule</source>
        <translation>اعتماد هذه القاعدة</translation>
    </message>
    <message>
        <source>What is saved so far stays saved. Nothing is lost by quitting.</source>
        <translation>ما حُفظ حتى الآن يبقى محفوظًا. لا يضيع شيء بالإنهاء.</translation>
    </message>
</context>
<context>
    <name>ConversationStack</name>
    <message>
        <source>Conversation</source>
        <translation>المحادثة</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>بلا مرفقات</numerusform>
            <numerusform>مرفق واحد</numerusform>
            <numerusform>مرفقان</numerusform>
            <numerusform>%Ln مرفقات</numerusform>
            <numerusform>%Ln مرفقًا</numerusform>
            <numerusform>%Ln مرفق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>صفر بايت</numerusform>
            <numerusform>بايت واحد</numerusform>
            <numerusform>بايتان</numerusform>
            <numerusform>%Ln بايتات</numerusform>
            <numerusform>%Ln بايتًا</numerusform>
            <numerusform>%Ln بايت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gigabyte(s)</source>
        <translation>
            <numerusform>صفر غيغابايت</numerusform>
            <numerusform>غيغابايت واحد</numerusform>
            <numerusform>غيغابايتان</numerusform>
            <numerusform>%Ln غيغابايت</numerusform>
            <numerusform>%Ln غيغابايت</numerusform>
            <numerusform>%Ln غيغابايت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kilobyte(s)</source>
        <translation>
            <numerusform>صفر كيلوبايت</numerusform>
            <numerusform>كيلوبايت واحد</numerusform>
            <numerusform>كيلوبايتان</numerusform>
            <numerusform>%Ln كيلوبايت</numerusform>
            <numerusform>%Ln كيلوبايت</numerusform>
            <numerusform>%Ln كيلوبايت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n megabyte(s)</source>
        <translation>
            <numerusform>صفر ميغابايت</numerusform>
            <numerusform>ميغابايت واحد</numerusform>
            <numerusform>ميغابايتان</numerusform>
            <numerusform>%Ln ميغابايت</numerusform>
            <numerusform>%Ln ميغابايت</numerusform>
            <numerusform>%Ln ميغابايت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>لا رسائل</numerusform>
            <numerusform>رسالة واحدة</numerusform>
            <numerusform>رسالتان</numerusform>
            <numerusform>%Ln رسائل</numerusform>
            <numerusform>%Ln رسالة</numerusform>
            <numerusform>%Ln رسالة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Add account</source>
        <translation>إضافة حساب</translation>
    </message>
    <message>
        <source>Add your mail account to begin.</source>
        <translation>أضف حساب بريدك لتبدأ.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>التحقق الآن</translation>
    </message>
    <message>
        <source>Choose a message.</source>
        <translation>اختر رسالة.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>مسح البحث</translation>
    </message>
    <message>
        <source>Every message could be saved.</source>
        <translation>حُفظت كل الرسائل بلا عوائق.</translation>
    </message>
    <message>
        <source>Hudhud has nowhere to fly yet.</source>
        <translation>لا وجهة لهدهد بعد.</translation>
    </message>
    <message>
        <source>Messages you choose to delete from the server wait here first.</source>
        <translation>الرسائل التي تختار حذفها من الخادم تنتظر هنا أولًا.</translation>
    </message>
    <message>
        <source>Messages you save appear here and can be read without internet.</source>
        <translation>تظهر هنا الرسائل التي تحفظها، وتُقرأ دون إنترنت.</translation>
    </message>
    <message>
        <source>No mail yet.</source>
        <translation>لا بريد بعد.</translation>
    </message>
    <message>
        <source>No message matches.</source>
        <translation>لا رسالة مطابقة.</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>لم يبدأ التحقق بعد</translation>
    </message>
    <message>
        <source>Nothing is saved here yet.</source>
        <translation>لم يُحفظ شيء هنا بعد.</translation>
    </message>
    <message>
        <source>Nothing is waiting on the server.</source>
        <translation>لا شيء بانتظارك على الخادم.</translation>
    </message>
    <message>
        <source>Nothing will be deleted.</source>
        <translation>لن يُحذف شيء.</translation>
    </message>
    <message>
        <source>Press Check now to see what waits on the server.</source>
        <translation>اضغط «التحقق الآن» لترى ما ينتظرك على الخادم.</translation>
    </message>
    <message>
        <source>Try fewer words, or search all mail.</source>
        <translation>جرّب كلمات أقل، أو ابحث في كل البريد.</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>أنت غير متصل.</translation>
    </message>
    <message>
        <source>You have read everything here.</source>
        <translation>قرأت كل ما هنا.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>%1 allows checks only now and then.</source>
        <translation>لا يسمح %1 بالتحقق إلا بين حين وآخر.</translation>
    </message>
    <message>
        <source>%1 answered, but not as a POP3 server does.</source>
        <translation>أجاب %1، ولكن ليس كما يجيب خادم POP3.</translation>
    </message>
    <message>
        <source>Another program is collecting from this mailbox on %1.</source>
        <translation>برنامج آخر يجلب البريد من هذا الصندوق على %1 الآن.</translation>
    </message>
    <message>
        <source>Check the disk, then run the archive&apos;s verification.</source>
        <translation>افحص القرص، ثم شغّل فحص سلامة الأرشيف.</translation>
    </message>
    <message>
        <source>Check the host and the port: 995 for TLS, 110 otherwise.</source>
        <translation>تحقق من اسم الخادم والمنفذ: 995 مع TLS، و110 من دونه.</translation>
    </message>
    <message>
        <source>Check the internet connection, then try again.</source>
        <translation>تحقق من اتصال الإنترنت ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Choose TLS on port 995 in the account, or ask your provider.</source>
        <translation>اختر TLS على المنفذ 995 في الحساب، أو اسأل مزوّد بريدك.</translation>
    </message>
    <message>
        <source>Do not continue on public Wi-Fi. Ask your provider.</source>
        <translation>لا تتابع على شبكة Wi-Fi عامة. اسأل مزوّد بريدك.</translation>
    </message>
    <message>
        <source>Enter it again. Gmail, Yahoo and others need an app password.</source>
        <translation>أدخلها من جديد. يطلب Gmail وYahoo وغيرهما كلمة مرور للتطبيق.</translation>
    </message>
    <message>
        <source>Enter the password in the account.</source>
        <translation>أدخل كلمة المرور في الحساب.</translation>
    </message>
    <message>
        <source>Free some space, then try again. Hudhud stopped saving.</source>
        <translation>أفرغ بعض المساحة ثم أعد المحاولة. أوقف هدهد الحفظ.</translation>
    </message>
    <message>
        <source>Hudhud could not reach %1.</source>
        <translation>تعذّر الوصول إلى %1.</translation>
    </message>
    <message>
        <source>Hudhud has no password for %1.</source>
        <translation>لا كلمة مرور لدى هدهد من أجل %1.</translation>
    </message>
    <message>
        <source>Hudhud is already open with this archive.</source>
        <translation>هدهد مفتوح بالفعل مع هذا الأرشيف.</translation>
    </message>
    <message>
        <source>Messages already saved are complete. Nothing unproven was deleted.</source>
        <translation>الرسائل المحفوظة كاملة. ولم يُحذف شيء قبل التثبّت منه.</translation>
    </message>
    <message>
        <source>No mail was changed.</source>
        <translation>لم يتغيّر شيء في بريدك.</translation>
    </message>
    <message>
        <source>Nothing was deleted from the server.</source>
        <translation>لم يُحذف شيء من الخادم.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>لم يضِع شيء.</translation>
    </message>
    <message>
        <source>Somebody on the line tampered with the connection to %1.</source>
        <translation>عبث أحد على الشبكة بالاتصال مع %1.</translation>
    </message>
    <message>
        <source>Something went wrong inside Hudhud.</source>
        <translation>حدث خلل داخل هدهد.</translation>
    </message>
    <message>
        <source>The archive could not be written or read.</source>
        <translation>تعذّرت الكتابة في الأرشيف أو القراءة منه.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>انقطع الاتصال مع %1.</translation>
    </message>
    <message>
        <source>The server %1 could not prove who it is.</source>
        <translation>لم يستطع الخادم %1 إثبات هويته.</translation>
    </message>
    <message>
        <source>The server %1 gave answers that make no sense.</source>
        <translation>أعطى الخادم %1 إجابات غير مفهومة.</translation>
    </message>
    <message>
        <source>The server %1 has trouble of its own.</source>
        <translation>لدى الخادم %1 مشكلة تخصّه.</translation>
    </message>
    <message>
        <source>The server %1 offers no encryption in the way you chose.</source>
        <translation>لا يوفّر الخادم %1 التشفير بالطريقة التي اخترتها.</translation>
    </message>
    <message>
        <source>The server %1 refused the login name or password.</source>
        <translation>رفض الخادم %1 اسم الدخول أو كلمة المرور.</translation>
    </message>
    <message>
        <source>The server %1 took too long to answer.</source>
        <translation>تأخر الخادم %1 في الرد.</translation>
    </message>
    <message>
        <source>There is no room on this computer.</source>
        <translation>لا مساحة كافية على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>أعد المحاولة بعد بضع دقائق.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, the details help your provider.</source>
        <translation>أعد المحاولة. إن تكرر ذلك فالتفاصيل تفيد مزوّد بريدك.</translation>
    </message>
    <message>
        <source>Try again. The details are in the log file.</source>
        <translation>أعد المحاولة. التفاصيل في ملف السجل.</translation>
    </message>
    <message>
        <source>Try again. The rest is fetched then.</source>
        <translation>أعد المحاولة، فيُجلب الباقي عندئذ.</translation>
    </message>
    <message>
        <source>Use another network, and TLS on port 995.</source>
        <translation>استخدم شبكة أخرى، وTLS على المنفذ 995.</translation>
    </message>
    <message>
        <source>Use its window, or close it first.</source>
        <translation>استخدم نافذته، أو أغلقها أولًا.</translation>
    </message>
    <message>
        <source>Your password was not sent.</source>
        <translation>لم تُرسَل كلمة مرورك.</translation>
    </message>
    <message>
        <source>Your saved mail is unaffected.</source>
        <translation>لم يتأثر بريدك المحفوظ.</translation>
    </message>
</context>
<context>
    <name>FilesController</name>
    <message>
        <source>%1 could not be written.</source>
        <translation>تعذّرت كتابة %1.</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>كُتب %1.</translation>
    </message>
    <message>
        <source>(No subject)</source>
        <translation>(بلا موضوع)</translation>
    </message>
    <message>
        <source>Save message as…</source>
        <translation>حفظ الرسالة كملف…</translation>
    </message>
    <message>
        <source>The letter could not be read.</source>
        <translation>تعذّرت قراءة الرسالة.</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Largest or newest first</source>
        <translation>الأكبر أو الأحدث أولًا</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Smallest or oldest first</source>
        <translation>الأصغر أو الأقدم أولًا</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>ترتيب حسب</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>غير مقروءة</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Find in message</source>
        <translation>بحث في الرسالة</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>الموضع التالي</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>الموضع السابق</translation>
    </message>
</context>
<context>
    <name>HeadersWindow</name>
    <message>
        <source>All header fields</source>
        <translation>كل حقول الترويسة</translation>
    </message>
</context>
<context>
    <name>LetterBody</name>
    <message>
        <source>Show quoted text</source>
        <translation>عرض النص المقتبس</translation>
    </message>
</context>
<context>
    <name>LetterHead</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا أحد غيرهم</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%Ln آخرون</numerusform>
            <numerusform>و%Ln آخرون</numerusform>
            <numerusform>و%Ln آخرون</numerusform>
        </translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>إلى %1</translation>
    </message>
</context>
<context>
    <name>LetterNotes</name>
    <message numerus="yes">
        <source>%n picture(s) not loaded, to protect your privacy</source>
        <translation>
            <numerusform>لا صور محجوبة</numerusform>
            <numerusform>لم تُحمَّل صورة واحدة حفاظًا على خصوصيتك</numerusform>
            <numerusform>لم تُحمَّل صورتان حفاظًا على خصوصيتك</numerusform>
            <numerusform>لم تُحمَّل %Ln صور حفاظًا على خصوصيتك</numerusform>
            <numerusform>لم تُحمَّل %Ln صورة حفاظًا على خصوصيتك</numerusform>
            <numerusform>لم تُحمَّل %Ln صورة حفاظًا على خصوصيتك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracking pixel(s) removed</source>
        <translation>
            <numerusform>لا صور تتبع أُزيلت</numerusform>
            <numerusform>أُزيلت صورة تتبع واحدة</numerusform>
            <numerusform>أُزيلت صورتا تتبع</numerusform>
            <numerusform>أُزيلت %Ln صور تتبع</numerusform>
            <numerusform>أُزيلت %Ln صورة تتبع</numerusform>
            <numerusform>أُزيلت %Ln صورة تتبع</numerusform>
        </translation>
    </message>
    <message>
        <source>Always from this sender</source>
        <translation>دائمًا من هذا المرسل</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>إيقاف ذلك</translation>
    </message>
    <message>
        <source>Pictures from this sender are always shown</source>
        <translation>تُعرض صور هذا المرسل دائمًا</translation>
    </message>
    <message>
        <source>Show images</source>
        <translation>عرض الصور</translation>
    </message>
    <message>
        <source>Show with formatting</source>
        <translation>عرض بالتنسيق</translation>
    </message>
    <message>
        <source>The name looks like %1, but the letter is from %2.</source>
        <translation>يبدو الاسم كأنه %1، لكن الرسالة من %2.</translation>
    </message>
    <message>
        <source>This letter names several senders.</source>
        <translation>تذكر هذه الرسالة أكثر من مرسل.</translation>
    </message>
    <message>
        <source>You see the plain text of this letter.</source>
        <translation>هذا هو النص العادي للرسالة.</translation>
    </message>
    <message>
        <source>Your mail server confirmed that this is from %1.</source>
        <translation>أكّد خادم بريدك أن هذه الرسالة من %1.</translation>
    </message>
    <message>
        <source>Your mail server could not confirm that this is from %1. Be careful with links and attachments.</source>
        <translation>لم يتمكن خادم بريدك من تأكيد أن هذه الرسالة من %1. احذر من الروابط والمرفقات.</translation>
    </message>
</context>
<context>
    <name>LetterView</name>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>نسخ عنوان الرابط</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
</context>
<context>
    <name>LetterWindow</name>
    <message>
        <source>All header fields</source>
        <translation>كل حقول الترويسة</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>الرسالة التالية</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>النص الأصلي</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>الرسالة السابقة</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ كملف…</translation>
    </message>
</context>
<context>
    <name>LetterWindowController</name>
    <message>
        <source>The letter could not be read.</source>
        <translation>تعذّرت قراءة الرسالة.</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Do not open</source>
        <translation>عدم الفتح</translation>
    </message>
    <message>
        <source>In other letters its name is %1. Such a name may only look like one that you know.</source>
        <translation>يُكتب اسمه بحروف أخرى %1. قد يشبه مثل هذا الاسم اسمًا تعرفه دون أن يكون هو.</translation>
    </message>
    <message>
        <source>Its sender may want you to take one place for another.</source>
        <translation>قد يكون القصد أن تظن موقعًا غير الموقع الحقيقي.</translation>
    </message>
    <message>
        <source>Open a link to %1?</source>
        <translation>هل تريد فتح رابط إلى %1؟</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>فتح الرابط</translation>
    </message>
    <message>
        <source>The link says %1, but it leads to %2. Open it?</source>
        <translation>يذكر الرابط %1، لكنه يؤدي إلى %2. هل تريد فتحه؟</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Hudhud</source>
        <translation>هدهد</translation>
    </message>
</context>
<context>
    <name>OpenFiles</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Hudhud</source>
        <translation>هدهد</translation>
    </message>
    <message>
        <source>This file could not be shown as a letter.</source>
        <translation>تعذّر عرض هذا الملف كرسالة.</translation>
    </message>
</context>
<context>
    <name>OriginalWindow</name>
    <message>
        <source>Original text</source>
        <translation>النص الأصلي</translation>
    </message>
    <message>
        <source>The first %1 are shown. “Save message as…” writes the whole letter.</source>
        <translation>يُعرض أول %1 فقط. يكتب «حفظ الرسالة كملف…» الرسالة كاملة.</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>%1 in all.</source>
        <translation>المجموع %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n deletion(s) cancelled.</source>
        <translation>
            <numerusform>لم يُلغَ أي حذف.</numerusform>
            <numerusform>أُلغي حذف رسالة واحدة.</numerusform>
            <numerusform>أُلغي حذف رسالتين.</numerusform>
            <numerusform>أُلغي حذف %Ln رسائل.</numerusform>
            <numerusform>أُلغي حذف %Ln رسالة.</numerusform>
            <numerusform>أُلغي حذف %Ln رسالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are damaged.</source>
        <translation>
            <numerusform>لا رسائل تالفة.</numerusform>
            <numerusform>رسالة واحدة تالفة.</numerusform>
            <numerusform>رسالتان تالفتان.</numerusform>
            <numerusform>%Ln رسائل تالفة.</numerusform>
            <numerusform>%Ln رسالة تالفة.</numerusform>
            <numerusform>%Ln رسالة تالفة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be read.</source>
        <translation>
            <numerusform>قُرئت كل الرسائل.</numerusform>
            <numerusform>تعذّرت قراءة رسالة واحدة.</numerusform>
            <numerusform>تعذّرت قراءة رسالتين.</numerusform>
            <numerusform>تعذّرت قراءة %Ln رسائل.</numerusform>
            <numerusform>تعذّرت قراءة %Ln رسالة.</numerusform>
            <numerusform>تعذّرت قراءة %Ln رسالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) deleted from the server.</source>
        <translation>
            <numerusform>لم تُحذف أي رسالة من الخادم.</numerusform>
            <numerusform>حُذفت رسالة واحدة من الخادم.</numerusform>
            <numerusform>حُذفت رسالتان من الخادم.</numerusform>
            <numerusform>حُذفت %Ln رسائل من الخادم.</numerusform>
            <numerusform>حُذفت %Ln رسالة من الخادم.</numerusform>
            <numerusform>حُذفت %Ln رسالة من الخادم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on the server.</source>
        <translation>
            <numerusform>لا رسائل على الخادم.</numerusform>
            <numerusform>رسالة واحدة على الخادم.</numerusform>
            <numerusform>رسالتان على الخادم.</numerusform>
            <numerusform>%Ln رسائل على الخادم.</numerusform>
            <numerusform>%Ln رسالة على الخادم.</numerusform>
            <numerusform>%Ln رسالة على الخادم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) saved.</source>
        <translation>
            <numerusform>لم تُحفظ أي رسالة.</numerusform>
            <numerusform>حُفظت رسالة واحدة.</numerusform>
            <numerusform>حُفظت رسالتان.</numerusform>
            <numerusform>حُفظت %Ln رسائل.</numerusform>
            <numerusform>حُفظت %Ln رسالة.</numerusform>
            <numerusform>حُفظت %Ln رسالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will be deleted from the server.</source>
        <translation>
            <numerusform>لن تُحذف أي رسالة من الخادم.</numerusform>
            <numerusform>ستُحذف رسالة واحدة من الخادم.</numerusform>
            <numerusform>ستُحذف رسالتان من الخادم.</numerusform>
            <numerusform>ستُحذف %Ln رسائل من الخادم.</numerusform>
            <numerusform>ستُحذف %Ln رسالة من الخادم.</numerusform>
            <numerusform>ستُحذف %Ln رسالة من الخادم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will be saved here, then deleted from the server.</source>
        <translation>
            <numerusform>لن تُحفظ أي رسالة ولن تُحذف.</numerusform>
            <numerusform>ستُحفظ رسالة واحدة هنا ثم تُحذف من الخادم.</numerusform>
            <numerusform>ستُحفظ رسالتان هنا ثم تُحذفان من الخادم.</numerusform>
            <numerusform>ستُحفظ %Ln رسائل هنا ثم تُحذف من الخادم.</numerusform>
            <numerusform>ستُحفظ %Ln رسالة هنا ثم تُحذف من الخادم.</numerusform>
            <numerusform>ستُحفظ %Ln رسالة هنا ثم تُحذف من الخادم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will be saved here.</source>
        <translation>
            <numerusform>لن تُحفظ أي رسالة هنا.</numerusform>
            <numerusform>ستُحفظ رسالة واحدة هنا.</numerusform>
            <numerusform>ستُحفظ رسالتان هنا.</numerusform>
            <numerusform>ستُحفظ %Ln رسائل هنا.</numerusform>
            <numerusform>ستُحفظ %Ln رسالة هنا.</numerusform>
            <numerusform>ستُحفظ %Ln رسالة هنا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will stay on the server.</source>
        <translation>
            <numerusform>لن تبقى أي رسالة على الخادم.</numerusform>
            <numerusform>ستبقى رسالة واحدة على الخادم.</numerusform>
            <numerusform>ستبقى رسالتان على الخادم.</numerusform>
            <numerusform>ستبقى %Ln رسائل على الخادم.</numerusform>
            <numerusform>ستبقى %Ln رسالة على الخادم.</numerusform>
            <numerusform>ستبقى %Ln رسالة على الخادم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s).</source>
        <translation>
            <numerusform>لا رسائل جديدة.</numerusform>
            <numerusform>رسالة جديدة واحدة.</numerusform>
            <numerusform>رسالتان جديدتان.</numerusform>
            <numerusform>%Ln رسائل جديدة.</numerusform>
            <numerusform>%Ln رسالة جديدة.</numerusform>
            <numerusform>%Ln رسالة جديدة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved message(s) were read back.</source>
        <translation>
            <numerusform>لم تُفحص أي رسالة محفوظة.</numerusform>
            <numerusform>فُحصت رسالة محفوظة واحدة.</numerusform>
            <numerusform>فُحصت رسالتان محفوظتان.</numerusform>
            <numerusform>فُحصت %Ln رسائل محفوظة.</numerusform>
            <numerusform>فُحصت %Ln رسالة محفوظة.</numerusform>
            <numerusform>فُحصت %Ln رسالة محفوظة.</numerusform>
        </translation>
    </message>
    <message>
        <source>All mail</source>
        <translation>كل الرسائل</translation>
    </message>
    <message>
        <source>Already deleted from the server. The saved copy is still here.</source>
        <translation>حُذفت من الخادم، والنسخة المحفوظة ما زالت هنا.</translation>
    </message>
    <message>
        <source>Checking the saved copies…</source>
        <translation>جارٍ فحص النسخ المحفوظة…</translation>
    </message>
    <message>
        <source>Choose a message first.</source>
        <translation>اختر رسالة أولًا.</translation>
    </message>
    <message>
        <source>Choose one message only.</source>
        <translation>اختر رسالة واحدة فقط.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Could not be saved</source>
        <translation>تعذّر حفظها</translation>
    </message>
    <message>
        <source>Deleting from server, %1 of %2</source>
        <translation>الحذف من الخادم، %1 من %2</translation>
    </message>
    <message>
        <source>Deleting from server…</source>
        <translation>جارٍ الحذف من الخادم…</translation>
    </message>
    <message>
        <source>Every one is as it came.</source>
        <translation>كلها كما وصلت.</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>اللمسات الأخيرة…</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>هي كذلك بالفعل.</translation>
    </message>
    <message>
        <source>Its account is no longer set up here.</source>
        <translation>لم يعد حسابها مُعدًّا هنا.</translation>
    </message>
    <message>
        <source>Looking at the list…</source>
        <translation>جارٍ الاطلاع على القائمة…</translation>
    </message>
    <message>
        <source>No deletion is planned for this.</source>
        <translation>لا حذف مقرر لها.</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>لا جديد.</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>لم يُحذف شيء.</translation>
    </message>
    <message>
        <source>Reading first lines, %1 of %2</source>
        <translation>قراءة الأسطر الأولى، %1 من %2</translation>
    </message>
    <message>
        <source>Reading first lines…</source>
        <translation>جارٍ قراءة الأسطر الأولى…</translation>
    </message>
    <message>
        <source>Save the message here first.</source>
        <translation>احفظ الرسالة هنا أولًا.</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>المحفوظة هنا</translation>
    </message>
    <message>
        <source>Saving %1 of %2</source>
        <translation>حفظ %1 من %2</translation>
    </message>
    <message>
        <source>Saving %1 of %2 · %3 of %4</source>
        <translation>حفظ %1 من %2 · %3 من %4</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>نجح تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>توقّف العمل.</translation>
    </message>
    <message numerus="yes">
        <source>Taken back for %n message(s).</source>
        <translation>
            <numerusform>لم يُلغَ شيء.</numerusform>
            <numerusform>أُلغي القرار لرسالة واحدة.</numerusform>
            <numerusform>أُلغي القرار لرسالتين.</numerusform>
            <numerusform>أُلغي القرار لـ%Ln رسائل.</numerusform>
            <numerusform>أُلغي القرار لـ%Ln رسالة.</numerusform>
            <numerusform>أُلغي القرار لـ%Ln رسالة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection dropped before the server confirmed. The messages may still be there. The next check will tell.</source>
        <translation>انقطع الاتصال قبل أن يؤكد الخادم. قد تكون الرسائل باقية عليه. سيتبيّن ذلك في التحقق التالي.</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>الاتصال غير مشفّر.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. Anyone on the network could read your mail.</source>
        <translation>الاتصال غير مشفّر. قد يطّلع على بريدك أي شخص على الشبكة.</translation>
    </message>
    <message>
        <source>The details are in the log file.</source>
        <translation>التفاصيل في ملف السجل.</translation>
    </message>
    <message numerus="yes">
        <source>The provider did not delete %n message(s). Its own rules apply.</source>
        <translation>
            <numerusform>حذف المزوّد كل الرسائل.</numerusform>
            <numerusform>لم يحذف المزوّد رسالة واحدة. فله قواعده.</numerusform>
            <numerusform>لم يحذف المزوّد رسالتين. فله قواعده.</numerusform>
            <numerusform>لم يحذف المزوّد %Ln رسائل. فله قواعده.</numerusform>
            <numerusform>لم يحذف المزوّد %Ln رسالة. فله قواعده.</numerusform>
            <numerusform>لم يحذف المزوّد %Ln رسالة. فله قواعده.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server lists %n message(s) fewer than last time. Nothing was forgotten, and nothing is deleted until the next check agrees.</source>
        <translation>
            <numerusform>يعرض الخادم ما عرضه في المرة السابقة.</numerusform>
            <numerusform>يعرض الخادم أقل من المرة السابقة بـرسالة واحدة. لم يُنسَ شيء، ولن يُحذف شيء حتى يؤكد ذلك التحقق التالي.</numerusform>
            <numerusform>يعرض الخادم أقل من المرة السابقة بـرسالتين. لم يُنسَ شيء، ولن يُحذف شيء حتى يؤكد ذلك التحقق التالي.</numerusform>
            <numerusform>يعرض الخادم أقل من المرة السابقة بــ%Ln رسائل. لم يُنسَ شيء، ولن يُحذف شيء حتى يؤكد ذلك التحقق التالي.</numerusform>
            <numerusform>يعرض الخادم أقل من المرة السابقة بــ%Ln رسالة. لم يُنسَ شيء، ولن يُحذف شيء حتى يؤكد ذلك التحقق التالي.</numerusform>
            <numerusform>يعرض الخادم أقل من المرة السابقة بــ%Ln رسالة. لم يُنسَ شيء، ولن يُحذف شيء حتى يؤكد ذلك التحقق التالي.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server renumbered all messages. Hudhud matched them by content. Saved mail is safe, and nothing was deleted.</source>
        <translation>غيّر الخادم ترقيم الرسائل كلها. طابقها هدهد بمحتواها. بريدك المحفوظ آمن، ولم يُحذف شيء.</translation>
    </message>
    <message>
        <source>The whole message is here.</source>
        <translation>الرسالة كاملة هنا.</translation>
    </message>
    <message>
        <source>There is no copy on the server any more.</source>
        <translation>لم تعد هناك نسخة على الخادم.</translation>
    </message>
    <message>
        <source>This computer&apos;s password store is not available. Passwords are kept only until you quit.</source>
        <translation>مخزن كلمات المرور في هذا الجهاز غير متاح. ستبقى كلمات المرور حتى إنهاء التطبيق فقط.</translation>
    </message>
    <message>
        <source>This is saved here already.</source>
        <translation>محفوظة هنا بالفعل.</translation>
    </message>
    <message>
        <source>This message was not saved and cannot be brought back.</source>
        <translation>لم تُحفظ هذه الرسالة ولا يمكن استرجاعها.</translation>
    </message>
    <message>
        <source>This server gives its messages no lasting names. Hudhud recognises them by their content.</source>
        <translation>لا يعطي هذا الخادم رسائله أسماء ثابتة. يتعرّف هدهد عليها بمحتواها.</translation>
    </message>
    <message>
        <source>This will be deleted already.</source>
        <translation>حذفها مقرر بالفعل.</translation>
    </message>
    <message>
        <source>To be deleted</source>
        <translation>بانتظار الحذف</translation>
    </message>
    <message>
        <source>Waiting on server</source>
        <translation>بانتظارك على الخادم</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>الخادم</translation>
    </message>
</context>
<context>
    <name>PolicyCards</name>
    <message>
        <source>Days on the server</source>
        <translation>عدد الأيام على الخادم</translation>
    </message>
    <message>
        <source>Delete from the server as soon as it is saved here</source>
        <translation>حذفها من الخادم فور حفظها هنا</translation>
    </message>
    <message>
        <source>Frees space at once. Your other devices will no longer see these messages.</source>
        <translation>يوفّر المساحة فورًا. لن تظهر هذه الرسائل على أجهزتك الأخرى.</translation>
    </message>
    <message>
        <source>Keep everything on the server</source>
        <translation>إبقاء كل الرسائل على الخادم</translation>
    </message>
    <message>
        <source>Keep for a while, then delete from the server</source>
        <translation>إبقاؤها مدةً ثم حذفها من الخادم</translation>
    </message>
    <message>
        <source>Let me decide message by message</source>
        <translation>سأقرر لكل رسالة على حدة</translation>
    </message>
    <message>
        <source>Messages are saved here and stay on the server too. The mailbox can fill up; Hudhud warns you in time.</source>
        <translation>تُحفظ الرسائل هنا وتبقى على الخادم أيضًا. قد يمتلئ الصندوق، وسينبّهك هدهد قبل ذلك.</translation>
    </message>
    <message>
        <source>Nothing is saved or deleted until you choose. You see the sender, the subject and the first lines.</source>
        <translation>لا يُحفظ شيء ولا يُحذف حتى تختار. ترى المرسِل والموضوع والأسطر الأولى.</translation>
    </message>
    <message>
        <source>Only if the message is safely saved here.</source>
        <translation>فقط إذا كانت الرسالة محفوظة هنا بأمان.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>يومًا</translation>
    </message>
</context>
<context>
    <name>PolicyList</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>(No subject)</source>
        <translation>(بلا موضوع)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>The rule would delete %n message(s), all saved here:</source>
        <translation>
            <numerusform>لا تحذف القاعدة أي رسالة.</numerusform>
            <numerusform>تحذف القاعدة رسالة واحدة محفوظة هنا:</numerusform>
            <numerusform>تحذف القاعدة رسالتين محفوظتين هنا:</numerusform>
            <numerusform>تحذف القاعدة %Ln رسائل، كلها محفوظة هنا:</numerusform>
            <numerusform>تحذف القاعدة %Ln رسالة، كلها محفوظة هنا:</numerusform>
            <numerusform>تحذف القاعدة %Ln رسالة، كلها محفوظة هنا:</numerusform>
        </translation>
    </message>
    <message>
        <source>To be deleted from the server</source>
        <translation>بانتظار الحذف من الخادم</translation>
    </message>
    <message>
        <source>Use this rule</source>
        <translation>اعتماد هذه القاعدة</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>This file cannot be shown here. It can be saved.</source>
        <translation>لا يمكن عرض هذا الملف هنا، ويمكن حفظه.</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message numerus="yes">
        <source>%n message(s) chosen</source>
        <translation>
            <numerusform>لم تُختر أي رسالة</numerusform>
            <numerusform>اختيرت رسالة واحدة</numerusform>
            <numerusform>اختيرت رسالتان</numerusform>
            <numerusform>اختيرت %Ln رسائل</numerusform>
            <numerusform>اختيرت %Ln رسالة</numerusform>
            <numerusform>اختيرت %Ln رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>It is no longer on the server and was not saved.</source>
        <translation>لم تعد على الخادم ولم تُحفظ.</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Not saved yet. Only its head is known.</source>
        <translation>لم تُحفظ بعد. لا يُعرف منها إلا رأسها.</translation>
    </message>
    <message>
        <source>Not saved yet. You see the first lines.</source>
        <translation>لم تُحفظ بعد. هذه أسطرها الأولى.</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>حفظ هنا</translation>
    </message>
    <message>
        <source>Show more lines</source>
        <translation>عرض أسطر أخرى</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>نص الرسالة</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>مسح البحث</translation>
    </message>
    <message>
        <source>Search mail</source>
        <translation>بحث في البريد</translation>
    </message>
</context>
<context>
    <name>ServerFields</name>
    <message>
        <source>Encrypted connection</source>
        <translation>اتصال مشفّر</translation>
    </message>
    <message>
        <source>Incoming mail server</source>
        <translation>خادم البريد الوارد</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>None (not safe)</source>
        <translation>بلا تشفير (غير آمن)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS من البداية</translation>
    </message>
    <message>
        <source>Without encryption anyone on the network could read your password and your mail.</source>
        <translation>دون تشفير قد يطّلع على كلمة مرورك وبريدك أي شخص على الشبكة.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>As in my region</source>
        <translation>كما في منطقتي</translation>
    </message>
    <message>
        <source>As in the language</source>
        <translation>حسب اللغة</translation>
    </message>
    <message>
        <source>As in the system</source>
        <translation>حسب النظام</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>مضغوطة</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>كثافة العرض</translation>
    </message>
    <message>
        <source>Interface direction</source>
        <translation>اتجاه الواجهة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادية</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Relaxed</source>
        <translation>مريحة</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>Seconds to undo a deletion</source>
        <translation>مهلة التراجع عن الحذف بالثواني</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Show the plain text of a message first</source>
        <translation>عرض النص العادي للرسالة أولًا</translation>
    </message>
    <message>
        <source>Simple view of formatted messages</source>
        <translation>عرض مبسّط للرسائل المنسّقة</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>Accounts and views</source>
        <translation>الحسابات وطرق العرض</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>إضافة حساب</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>كل الحسابات</translation>
    </message>
    <message>
        <source>All mail</source>
        <translation>كل الرسائل</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>التحقق الآن</translation>
    </message>
    <message>
        <source>Could not be saved</source>
        <translation>تعذّر حفظها</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>البريد</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>المحفوظة هنا</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>To be deleted</source>
        <translation>بانتظار الحذف</translation>
    </message>
    <message>
        <source>Waiting on server</source>
        <translation>بانتظارك على الخادم</translation>
    </message>
</context>
<context>
    <name>SignInFields</name>
    <message>
        <source>Account name</source>
        <translation>اسم الحساب</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Given by the password command</source>
        <translation>من أمر كلمة المرور</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>إظهار كلمة المرور</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>دون تغيير</translation>
    </message>
</context>
<context>
    <name>SourceWindow</name>
    <message>
        <source>Find in this text</source>
        <translation>بحث في هذا النص</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لا نتائج</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>ViewingController</name>
    <message>
        <source>%1 could not be written.</source>
        <translation>تعذّرت كتابة %1.</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>كُتب %1.</translation>
    </message>
    <message>
        <source>(No subject)</source>
        <translation>(بلا موضوع)</translation>
    </message>
    <message>
        <source>It does not go further.</source>
        <translation>هذا هو الحد الأقصى.</translation>
    </message>
    <message>
        <source>Open a message first.</source>
        <translation>افتح رسالة أولًا.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ كملف PDF</translation>
    </message>
    <message>
        <source>The message could not be printed.</source>
        <translation>تعذّرت طباعة الرسالة.</translation>
    </message>
</context>
<context>
    <name>WebBody</name>
    <message>
        <source>Show again</source>
        <translation>عرض من جديد</translation>
    </message>
    <message>
        <source>The letter could not be drawn.</source>
        <translation>تعذّر رسم الرسالة.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 B</source>
        <translation>%1 ب</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 غ.ب</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 ك.ب</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 م.ب</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>(No subject)</source>
        <translation>(بلا موضوع)</translation>
    </message>
    <message>
        <source>(Unknown sender)</source>
        <translation>(مرسِل غير معروف)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Could not be saved</source>
        <translation>تعذّر حفظها</translation>
    </message>
    <message>
        <source>Kept on server</source>
        <translation>تبقى على الخادم</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <source>No longer listed on the server</source>
        <translation>لم تعد ظاهرة على الخادم</translation>
    </message>
    <message>
        <source>On server only</source>
        <translation>على الخادم فقط</translation>
    </message>
    <message>
        <source>Removed from server, not saved</source>
        <translation>أُزيلت من الخادم ولم تُحفظ</translation>
    </message>
    <message>
        <source>Saved here and on server</source>
        <translation>محفوظة هنا وعلى الخادم</translation>
    </message>
    <message>
        <source>Saved here only</source>
        <translation>محفوظة هنا فقط</translation>
    </message>
    <message>
        <source>To be deleted from server</source>
        <translation>بانتظار الحذف من الخادم</translation>
    </message>
    <message>
        <source>Today at %1</source>
        <translation>اليوم %1</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>Yesterday at %1</source>
        <translation>أمس %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>مميَّزة بنجمة</translation>
    </message>
</context>
</TS>
