package cn.shouwang.identity;

import cn.shouwang.platform.test.ServiceConventions;

class ArchitectureTest implements ServiceConventions {}
