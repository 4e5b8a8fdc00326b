namespace Typeset.Core.Messages;

/// <summary>TS95xx: what happens to an archive while it is rebuilt, verified and shared among machines.</summary>
public static class BatchMessages
{
    public static readonly MessageTemplate NoArchive = new(
        "TS9501", Severity.Error,
        "{0} is no folder that can be read.",
        "{0} 不是可读取的文件夹。",
        "Give the folder that holds the booklets.",
        "请指定存放小册子的文件夹。");

    public static readonly MessageTemplate Busy = new(
        "TS9502", Severity.Error,
        "Another rebuild is at work in {0}.",
        "另一个重建任务正在 {0} 中进行。",
        "Wait for it, or give another -o.",
        "请等它结束，或另指定 -o。");

    public static readonly MessageTemplate CannotWrite = new(
        "TS9503", Severity.Error,
        "{0} cannot be written: {1}",
        "{0} 无法写入：{1}",
        "Everything finished so far is kept. Make room on the disk or mend the permissions, then give the same command again: it goes on from here.",
        "已完成的部分都已保存。请腾出磁盘空间或修正权限，再执行同一命令即可接着做。");

    public static readonly MessageTemplate StoreReplaced = new(
        "TS9504", Severity.Warning,
        "{0} was damaged; it was set aside as {1} and begun anew.",
        "{0} 已损坏，已另存为 {1} 并重新建立。",
        "What it knew is learnt again by rebuilding; outputs stay where they are.",
        "其中的记录会随重建恢复；已有的输出文件不受影响。");

    public static readonly MessageTemplate Crashed = new(
        "TS9505", Severity.Error,
        "The worker ended while building this booklet, {0} times. {1}",
        "排版进程在排这一册时意外结束，共 {0} 次。{1}",
        "Other booklets are not touched by it. `typeset build` on this one alone shows more; it is tried again at the next run.",
        "其他小册子不受影响。单独用 `typeset build` 排这一册可看到更多信息；下次运行会再试。");

    public static readonly MessageTemplate OverTime = new(
        "TS9506", Severity.Error,
        "The booklet was not done within {0} s.",
        "{0} 秒内未能排完这一册。",
        "--limit-time gives more; it is tried again at the next run.",
        "可用 --limit-time 放宽；下次运行会再试。");

    public static readonly MessageTemplate OverMemory = new(
        "TS9507", Severity.Error,
        "The booklet needed more than {0} MB of memory.",
        "排这一册所需内存超过 {0} MB。",
        "--limit-memory gives more; it is tried again at the next run.",
        "可用 --limit-memory 放宽；下次运行会再试。");

    public static readonly MessageTemplate OverPages = new(
        "TS9508", Severity.Error,
        "The booklet has {0} pages, over the limit of {1}.",
        "这一册有 {0} 页，超过上限 {1} 页。",
        "--limit-pages gives more; or part the booklet.",
        "可用 --limit-pages 放宽，或拆分这一册。");

    public static readonly MessageTemplate Restless = new(
        "TS9509", Severity.Error,
        "The booklet's files change while it is built: {0}.",
        "排版期间书稿文件在变动：{0}。",
        "It is built at the next run.",
        "下次运行时再排。");

    public static readonly MessageTemplate SameOutput = new(
        "TS9510", Severity.Error,
        "{0} would be written to the same file as {1}.",
        "{0} 会与 {1} 写到同一个文件。",
        "Rename one of the two.",
        "请为其中之一改名。");

    public static readonly MessageTemplate KeptAside = new(
        "TS9511", Severity.Warning,
        "{0} was changed by somebody since it was built; that file is kept as {1}.",
        "{0} 在排出之后被人改动过，改动过的文件另存为 {1}。",
        "Outputs are made from manuscripts: carry such changes into the manuscript.",
        "输出由书稿生成，请把改动写回书稿。");

    public static readonly MessageTemplate SourceGone = new(
        "TS9512", Severity.Warning,
        "{0} is no longer in the archive; its outputs stay.",
        "{0} 已不在书稿库中，其输出文件仍保留。",
        "--prune removes them.",
        "用 --prune 可将其删除。");

    public static readonly MessageTemplate NotASpan = new(
        "TS9513", Severity.Error,
        "“{0}” is no date and no span of time.",
        "“{0}”不是日期，也不是时长。",
        "Write 2026-05-01, 12h or 7d.",
        "请写成 2026-05-01、12h 或 7d。");

    public static readonly MessageTemplate NoManifest = new(
        "TS9514", Severity.Error,
        "{0} has no manifest.json that can be read: {1}",
        "{0} 中没有可读的 manifest.json：{1}",
        "Give the folder that `typeset rebuild -o` wrote.",
        "请指定 `typeset rebuild -o` 写出的文件夹。");

    public static readonly MessageTemplate BrokerRefused = new(
        "TS9515", Severity.Error,
        "The broker {0} cannot be reached: {1}",
        "无法连接消息代理 {0}：{1}",
        "Look at the address, the credentials and the certificate; credentials come from the address or from TYPESET_BROKER_USER and TYPESET_BROKER_PASSWORD.",
        "请检查地址、账号与证书；账号取自地址，或 TYPESET_BROKER_USER 与 TYPESET_BROKER_PASSWORD。");

    public static readonly MessageTemplate NoWorkers = new(
        "TS9516", Severity.Warning,
        "No worker takes booklets from {0}; {1} wait.",
        "没有工作机从 {0} 领取任务，{1} 册在等待。",
        "Start `typeset worker` with the same version, fonts and styles; its first line names the queue it takes from.",
        "请用相同版本、字体与样式启动 `typeset worker`；其首行会写明所用队列。");

    public static readonly MessageTemplate BadBroker = new(
        "TS9517", Severity.Error,
        "The address of the broker is no amqp:// or amqps:// address.",
        "消息代理的地址不是 amqp:// 或 amqps:// 地址。",
        "Write amqp://host:port/vhost, or amqps:// for TLS.",
        "请写成 amqp://主机:端口/虚拟主机，加密时用 amqps://。");

    public static readonly MessageTemplate DeadLetter = new(
        "TS9518", Severity.Error,
        "The broker gave the booklet up after {0} deliveries.",
        "消息代理投递 {0} 次后放弃了这一册。",
        "Workers died while they held it: look at their machines' logs. It is tried again at the next run.",
        "持有它的工作机中途退出，请查看各机日志；下次运行会再试。");

    public static readonly MessageTemplate Faulted = new(
        "TS9519", Severity.Error,
        "The typesetter itself failed on this booklet: {0}",
        "排这一册时程序自身出错：{0}",
        "This is not your mistake. Please report it, with the booklet where you can; it is tried again at the next run.",
        "这不是您的错误，请报告此问题，方便时附上书稿；下次运行会再试。");

    public static readonly MessageTemplate CheckFailed = new(
        "TS9520", Severity.Warning,
        "The check of {0} found {1} errors: {2}",
        "检查 {0} 文件发现 {1} 处错误：{2}",
        "`typeset check` on this file shows where each of them is.",
        "用 `typeset check` 检查此文件可看到每处的位置。");

    public static readonly MessageTemplate BrokerUntrusted = new(
        "TS9522", Severity.Error,
        "The broker {0} does not prove who it is: {1}",
        "消息代理 {0} 无法证明身份：{1}",
        "Name the authority that signed its certificate: ?cacertfile=FILE in the address, or SSL_CERT_FILE in the environment. The host in the address must be one that the certificate names.",
        "请指明签发其证书的机构：地址中写 ?cacertfile=文件，或设环境变量 SSL_CERT_FILE。地址中的主机名须是证书所载的。");

    public static readonly MessageTemplate BadBrokerParameter = new(
        "TS9523", Severity.Error,
        "The address of the broker has a parameter “{0}” that is unknown or has no proper value.",
        "消息代理地址中的参数“{0}”不认识，或取值不对。",
        "There are cacertfile, certfile, keyfile, server_name_indication, heartbeat (seconds), connection_timeout (milliseconds) and verify=verify_peer.",
        "可用 cacertfile、certfile、keyfile、server_name_indication、heartbeat（秒）、connection_timeout（毫秒）和 verify=verify_peer。");

    public static readonly MessageTemplate LogEnds = new(
        "TS9521", Severity.Warning,
        "The log {0} ends here: {1}",
        "日志 {0} 到此为止：{1}",
        "The rebuild goes on without it. Make room on the disk, or give another --log.",
        "重建继续进行，但不再记日志。请腾出磁盘空间，或另指定 --log。");
}
