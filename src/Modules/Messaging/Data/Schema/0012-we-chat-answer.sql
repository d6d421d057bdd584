-- What the official account answers at once: to a word, to the key of a menu's entry, to who follows (关注), to all else (其他).
create table we_chat_answer (
    word  text primary key,
    words text not null
);
insert into we_chat_answer (word, words) values
    ('关注', '您好，这里是工会。遇到难处，打开 {本站} 就能说。想在微信里收到进展，打开 {本站}/account/wechat 取一个绑定码，发到这里。'),
    ('其他', '收到您的消息了。要说的事请打开 {本站}，一步一步填，每一步办到哪里都看得见。');
