### 单线图、短路水平、供电模块、备用电源与负荷波动。

power-chain-title = 单线图
