-- What the desk writes again and again, as dated data: a version is code × first day, a version that is not used any more ends it.
-- Those of one handler (owner) are his own: no basis, changed in place.
create table reply_template (
    id         uuid primary key,
    code       text not null,
    owner      uuid,
    use        text not null,
    service    text,
    name       text not null,
    words      text not null,
    is_used    boolean not null,
    valid_from date not null,
    basis      text not null
);
create unique index reply_template_code on reply_template (code, valid_from);
create index reply_template_owner on reply_template (owner) where owner is not null;

insert into reply_template (id, code, use, service, name, words, is_used, valid_from, basis) values
    ('0197a000-0000-7000-8000-000000000101', 'emergency', 'decline', null, '有危险，要马上求助', '您说的情况有人身危险，请马上打电话：报警 110，火灾 119，急救 120，交通事故 122。脱险以后工会再帮您办后面的事。', true, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000102', 'statutory', 'decline', null, '要走法定途径', '{称呼}您好，这件事按法律要走仲裁、诉讼、行政复议或信访等程序，工会不能代替他们作决定。您可以到{填：哪个机构}提出，时效是{填：到哪天}；要写材料或找律师，工会可以帮忙。', true, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000103', 'same-matter', 'decline', null, '同一件事，没有新情况', '{称呼}您好，您以前说过同一件事，办理结果是：{填：上次的结果}。如果有新的情况或证据，请补充进来，我们接着办。', true, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000104', 'secret', 'decline', null, '涉及秘密或他人隐私', '{称呼}您好，您问的内容涉及国家秘密、商业秘密或别人的隐私，我们不能提供。您自己的资料，可以带证件到{填：哪里}查。', true, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000105', 'other-channel', 'decline', null, '不归工会，另有部门', '{称呼}您好，这件事归{填：哪个部门}管，电话{填：电话}，地址{填：地址}。他们要您准备：{填：材料}。要是那边不受理，请再来告诉我们。', true, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000106', 'unlawful', 'decline', null, '要求不合法', '{称呼}您好，您希望这样做，我们理解您的难处，但法律不允许：{填：哪条规定}。合法的办法是：{填：怎么办}，我们可以陪您办。', true, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000107', 'reply-plain', 'reply', null, '一般答复', E'{称呼}您好，您{受理日期}说的“{标题}”（{编号}），{单位}办了：\n一、查到的情况：{填：情况}。\n二、怎么办、哪天办好：{填：办法和日期}。\n三、依据：{填：规定}。\n还没解决，或者有新的情况，请在这里说一声。', true, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000108', 'reply-wages', 'reply', 'wage-arrears', '工资已经谈好', E'{称呼}您好，您反映的工资，{单位}和单位谈过了：欠的{填：多少元}，{填：哪天}前发到工资卡。到时没有发，请当天告诉我们，我们陪您去劳动监察。', true, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000109', 'ask-papers', 'ask', null, '要补材料', '{称呼}您好，您的{编号}要接着办，还差：{填：什么材料}。手机拍清楚就行，在这里传上来；没有也告诉我们，另想办法。', true, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000110', 'ask-when', 'ask', null, '问清时间和数目', '{称呼}您好，想再问一句：这件事从哪天开始，牵涉几个人，多少钱？说个大概就行。', true, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000111', 'extension-waiting', 'extension', null, '在等别的部门', '{填：哪个部门}{填：哪天}收了材料，要{填：多久}才有结果，原来答应您的{期限}来不及。结果一出来就告诉您。', true, '2000-01-01', '初始设置，按本地规定调整'),
    ('0197a000-0000-7000-8000-000000000112', 'decision-stands', 'decision', null, '查过了，到此为止', E'{称呼}您好，您说没有解决，{单位}另请一位同志重新看过：\n一、查到：{填：情况}。\n二、不能再办的原因：{填：规定}。\n三、您还可以走的路：{填：仲裁、诉讼或别的部门，到哪天}。需要有人陪着去，请打 12351。', true, '2000-01-01', '初始设置，按本地规定调整');
