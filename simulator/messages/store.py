"""What is said when the session log cannot be used."""

TEXTS: dict[str, tuple[str, str]] = {
    "full": (
        "The disk is full, so this could not be saved: {path}. Everything saved before is safe. "
        "Make some room and try again.",
        "磁盘已满，没能保存：{path}。此前保存的内容都完好。请腾出空间后再试。",
    ),
    "read_only": (
        "The session log can't be written here: {path}. Choose a folder you may write to with --data-dir.",
        "演练记录无法写入：{path}。请用 --data-dir 另选一个可写的文件夹。",
    ),
    "not_a_folder": (
        "The session log needs a folder, but this is something else: {path}. Choose another with --data-dir.",
        "演练记录需要一个文件夹，而这里不是：{path}。请用 --data-dir 另选。",
    ),
    "cannot_open": (
        "The session log can't be opened: {path}. Check that the folder exists and that you may use it.",
        "打不开演练记录：{path}。请检查该文件夹是否存在、你是否有权使用。",
    ),
    "newer": (
        "This session log was written by a newer version of the simulator (its format is {found}, this version "
        "knows {known}): {path}. Nothing in it was changed. Update the simulator, or choose another folder with "
        "--data-dir.",
        "这份演练记录由更新版本的模拟器写成（记录格式 {found}，本版本只认得到 {known}）：{path}。"
        "其中内容未作任何改动。请升级模拟器，或用 --data-dir 另选文件夹。",
    ),
    "corrupt": (
        "The session log is damaged, or the file is something else: {path}. It was left exactly as it is. "
        "Move it away to start a new log, or put a sound copy in its place.",
        "演练记录已损坏，或者这个文件并不是演练记录：{path}。文件保持原样，未作改动。"
        "可以把它移走以新建记录，或换上一份完好的副本。",
    ),
    "busy": (
        "Another program has kept the session log locked for too long: {path}. Close it, or try again in a moment.",
        "另一个程序长时间锁住了演练记录：{path}。请关闭该程序，或稍后再试。",
    ),
    "conflict": (
        "This session was continued in another window. What you did here since was not saved; "
        "open the session again to go on from where it stands.",
        "这次演练已在另一个窗口里继续。此处之后的操作没有保存；请重新打开这次演练，从最新进度继续。",
    ),
    "older": (
        "This session log was written by an older version of the simulator, and looking does not change it: {path}. "
        "Open it once for writing, with the rights of its owner, to bring it up to date.",
        "这份演练记录由较旧版本的模拟器写成，只读打开时不会改动它：{path}。请以其所有者的权限打开写入一次，使它升级。",
    ),
    "no_driver": (
        "A session log in PostgreSQL needs a package that is not installed here. Install it with: "
        "pip install 'angry-customer-simulator[postgres]'",
        "演练记录存放在 PostgreSQL 时，需要一个尚未安装的软件包。安装命令："
        "pip install 'angry-customer-simulator[postgres]'",
    ),
    "no_right": (
        "The database does not let you do this to the session log: {path}. `simulator log roles` says who may do what.",
        "数据库不允许你对演练记录这样做：{path}。各角色的权限见 `simulator log roles`。",
    ),
    "unreachable": (
        "The database of the session log can't be reached: {path} ({reason}). Everything saved before is safe. "
        "Check the address, and that the server is running.",
        "连不上演练记录所在的数据库：{path}（{reason}）。此前保存的内容都完好。请检查地址以及服务器是否在运行。",
    ),
    "no_log": ("There is no session log: {path}.", "这里没有演练记录：{path}。"),
    "two_of_a_name": (
        "Several seats have the name {name}: {seats}. Give the seat.",
        "有多个座位的姓名都是 {name}：{seats}。请改用座位号。",
    ),
    "cannot_copy": ("{path} can't be copied: {reason}.", "无法复制 {path}：{reason}。"),
    "no_session": ("The session log has no session {session}.", "演练记录中没有 {session} 这次演练。"),
    "no_sitting": ("The session log has no sitting {sitting}.", "演练记录中没有 {sitting} 这场考核。"),
    "no_content": (
        "The session log lacks a text it refers to ({digest}): {path}.",
        "演练记录缺少它所引用的一份文本（{digest}）：{path}。",
    ),
    "unreadable_event": (
        "Entry {seq} of session {session} can't be read: {path}. It was left as it is.",
        "演练 {session} 的第 {seq} 条记录无法读取：{path}。该记录保持原样。",
    ),
    "failed": ("The session log can't be used: {path} ({reason}).", "演练记录无法使用：{path}（{reason}）。"),
}
