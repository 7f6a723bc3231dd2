package cn.shouwang.employment;

import cn.shouwang.platform.test.ServiceConventions;

class ArchitectureTest implements ServiceConventions {}
