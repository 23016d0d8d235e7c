"""What the server of an assessment says: on its pages, and to whoever runs it."""

TEXTS: dict[str, tuple[str, str]] = {
    # The command
    "help.host": (
        "The address to listen at. Any but this machine's own loopback makes a room code needed.",
        "监听的地址。只要不是本机回环地址，就需要考场码。",
    ),
    "help.port": ("The port; 0 for any that is free.", "端口；0 表示任选一个空闲端口。"),
    "help.name": (
        "Another name by which browsers reach it, such as a proxy's; may be repeated.",
        "浏览器访问它用的其他名称，例如代理的名称；可重复。",
    ),
    "help.most": ("How many seats may be open at once.", "最多同时打开多少个座位。"),
    "help.release": (
        "Take this seat from the browser that holds it, so that another may; serves nothing.",
        "让占用这个座位的浏览器放手，以便换一台机器；不启动服务。",
    ),
    "missing": (
        "This needs more packages: pip install 'angry-customer-simulator[web]'",
        "还需要安装：pip install 'angry-customer-simulator[web]'",
    ),
    "no_fork": (
        "`serve` runs on Linux and macOS. On Windows use it within WSL; the browsers may be anywhere.",
        "`serve` 可在 Linux 和 macOS 上运行。在 Windows 上请用 WSL；浏览器用什么系统都可以。",
    ),
    "taken_port": ("Can't listen at {host}:{port}: {why}", "无法监听 {host}:{port}：{why}"),
    "not_ready": ("The seats could not be made ready: {why}", "座位程序没能准备好：{why}"),
    "getting_ready": ("Getting ready.", "正在准备。"),
    "serving": (
        "{title}: {seats} seats, {most} at once. Ctrl+C ends it; whoever is sitting can go on once it runs again.",
        "{title}：座位 {seats} 个，最多同时 {most} 个。按 Ctrl+C 结束；重新启动后，正在应考的人可以接着考。",
    ),
    "room_is": ("Room code: {word}", "考场码：{word}"),
    "by_id": (
        "The roster has no column `code`: seats are taken by their ids, which neighbours may know.",
        "名单没有 `code` 列：座位凭学号就座，邻座可能知道别人的学号。",
    ),
    "plain_http": (
        "What is typed crosses the network unencrypted (http). docs/classroom.md says how to change that.",
        "输入的内容在网络上不加密传输（http）。怎样加密见 docs/classroom.zh.md。",
    ),
    "refused_at": (
        "Seat {seat} was asked for at {address}, but another browser holds it. To let it: --release {seat}",
        "{address} 要用座位 {seat}，但另一个浏览器占着它。允许的话：--release {seat}",
    ),
    "settled": (
        "Seat {seat}: nobody came back in time; its sitting has been ended.",
        "座位 {seat}：到时间没人回来，已结束考试。",
    ),
    "trouble": ("Trouble: {why}", "出错：{why}"),
    "released": ("Seat {seat} is free.", "座位 {seat} 已空出。"),
    "not_held": ("No browser held seat {seat}.", "座位 {seat} 没有浏览器占用。"),
    # The first page
    "room": ("Room code", "考场码"),
    "room_how": ("On the board, or from whoever runs the assessment.", "写在黑板上，或向监考人员索取。"),
    "seat": ("Your seat code or id", "你的座位码或学号"),
    "go": ("Sit down", "就座"),
    "go_on": ("Go on", "继续"),
    "leave": ("Leave this seat", "离开这个座位"),
    "yours": ("This browser has the seat {seat}.", "这个浏览器占着座位 {seat}。"),
    "how": ("How it goes", "怎么考"),
    "how.type": (
        "The assessment opens in this window and is done with the keyboard. The keys are named at the bottom.",
        "考核就在这个窗口里进行，用键盘操作；可用的键写在最下面一行。",
    ),
    "how.chinese": (
        "Chinese is typed with the input method of your machine, as everywhere.",
        "中文用你机器上的输入法输入，和平时一样。",
    ),
    "how.back": (
        "If the connection breaks, or you close or reload the window, open this address again: you go on at the same "
        "place, with the words you were typing. The time goes on meanwhile.",
        "断线、关掉窗口或刷新页面都没关系，再打开这个网址，就会回到原处，正在写的话也在。时间一直在走。",
    ),
    "how.one": (
        "A seat is open in one window. A second window of this browser takes over from the first; another browser is "
        "turned away.",
        "一个座位只能在一个窗口里打开。同一浏览器再开一个窗口，会接替前一个；换别的浏览器则进不去。",
    ),
    "how.keys": (
        "Don't use Ctrl+W and Ctrl+N: they are the browser's own.",
        "不要按 Ctrl+W 和 Ctrl+N，那是浏览器自己的键。",
    ),
    "scripts": ("This page needs JavaScript.", "这个页面需要启用 JavaScript。"),
    # What goes wrong on it
    "bad.room": ("This is not the room code.", "考场码不对。"),
    "bad.seat": (
        "This is no seat of this assessment. Type the id or code you were given.",
        "这次考核没有这个座位。请输入发给你的学号或座位码。",
    ),
    "bad.held": (
        "This seat is held by another browser. If it is yours and your machine has changed, tell whoever runs the "
        "assessment: they can set it free.",
        "这个座位已被另一个浏览器占用。如果它是你的，只是换了机器，请告诉监考人员，可以帮你放开。",
    ),
    "bad.many": ("Too many wrong codes from here. Wait a minute.", "这里输错的次数太多，请等一分钟。"),
    "bad.disk": (
        "The server can't keep this seat. Tell whoever runs the assessment.",
        "服务器无法保存座位，请告诉监考人员。",
    ),
    # Around the terminal
    "opening": ("Opening ...", "正在打开……"),
    "ended": ("This window has ended.", "这个窗口的考试已结束。"),
    "taken_over": ("This seat went on in another window.", "这个座位已在另一个窗口继续。"),
    "full": ("All places are taken just now. It is tried again by itself.", "现在没有空位，会自动重试。"),
    "lost": (
        "The connection was lost. It is tried again by itself; the time goes on.",
        "连接断了，正在自动重试；时间一直在走。",
    ),
    "broken": ("The program could not be opened. Tell whoever runs the assessment.", "程序打不开，请告诉监考人员。"),
    "receipt": ("The receipt as text", "文本回执"),
    "no_receipt": ("There is no receipt yet.", "还没有回执。"),
}
