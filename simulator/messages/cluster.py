"""What is said about clusters."""

TEXTS: dict[str, tuple[str, str]] = {
    "not_installed": (
        "For --cluster, Dask is needed: pip install 'angry-customer-simulator[cluster]'.",
        "--cluster 需要 Dask：pip install 'angry-customer-simulator[cluster]'。",
    ),
    "bad_address": (
        "The address of a cluster is written tcp://HOST:PORT or tls://HOST:PORT, or local.",
        "集群地址写作 tcp://主机:端口 或 tls://主机:端口，或者 local。",
    ),
    "no_answer": (
        "No cluster answers at this address, or it has no workers.",
        "这个地址上没有集群应答，或者集群没有工作进程。",
    ),
    "version": (
        "The cluster must run the same version of the simulator, {version}.",
        "集群上必须运行同一版本的模拟器：{version}。",
    ),
    "failed": (
        "The cluster gave up ({kind}); what was written is not complete.",
        "集群中途失败（{kind}）；已写出的内容不完整。",
    ),
}
